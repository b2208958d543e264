module smoke

go 1.22

require github.com/faultmaven/reports-sdk-go v1.0.0

replace github.com/faultmaven/reports-sdk-go => ../../target/reports/package
