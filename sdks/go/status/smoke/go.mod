module smoke

go 1.22

require github.com/faultmaven/status-sdk-go v1.0.0

replace github.com/faultmaven/status-sdk-go => ../../target/status/package
