module smoke

go 1.22

require github.com/faultmaven/escalations-sdk-go v1.0.0

replace github.com/faultmaven/escalations-sdk-go => ../../target/escalations/package
