package com.faultmaven.cases.sharing;

import com.faultmaven.kernel.UserId;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter
class UserIdColumn implements AttributeConverter<UserId, String> {

  @Override
  public String convertToDatabaseColumn(UserId user) {
    return user.value();
  }

  @Override
  public UserId convertToEntityAttribute(String column) {
    return new UserId(column);
  }
}
