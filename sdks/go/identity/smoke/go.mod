module smoke

go 1.22

require github.com/faultmaven/identity-sdk-go v1.0.0

replace github.com/faultmaven/identity-sdk-go => ../../target/identity/package
