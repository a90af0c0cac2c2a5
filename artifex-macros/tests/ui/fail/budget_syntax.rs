// How a budget is written.

artifex::budget!(NetConfig, "../files/empty.toml");
artifex::budget!(NetConfig, "../files/empty.toml", );
artifex::budget!(NetConfig, "../files/empty.toml", 1_000);
artifex::budget!(NetConfig, "../files/empty.toml", parameters);
artifex::budget!(NetConfig, "../files/empty.toml", parameters >= 1_000);
artifex::budget!(NetConfig, "../files/empty.toml", parameters <= );
artifex::budget!(NetConfig, "../files/empty.toml" parameters <= 1);

fn main() {}
