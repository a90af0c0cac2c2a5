use artifex::ModelConfig;

#[derive(ModelConfig)]
struct Net {}

#[derive(ModelConfig)]
enum WordFirst {
    Word,
    Net(Net),
}

#[derive(ModelConfig)]
enum ConfigFirst {
    Net(Net),
    Word,
    Two(Net, Net),
    Named { net: Net },
}

#[derive(ModelConfig)]
enum Same {
    LeakyRelu,
    #[config(rename = "leaky_relu")]
    Other,
    #[config(rename = "")]
    Empty,
}

#[derive(ModelConfig)]
enum SameTag {
    Net(Net),
    #[config(rename = "net")]
    Other(Net),
}

fn main() {}
