#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    artifex_fuzz::json(data);
});
