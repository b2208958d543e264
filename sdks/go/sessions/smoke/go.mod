module smoke

go 1.22

require github.com/faultmaven/sessions-sdk-go v1.0.0

replace github.com/faultmaven/sessions-sdk-go => ../../target/sessions/package
