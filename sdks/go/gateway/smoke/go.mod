module smoke

go 1.22

require github.com/faultmaven/gateway-sdk-go v1.0.0

replace github.com/faultmaven/gateway-sdk-go => ../../target/gateway/package
