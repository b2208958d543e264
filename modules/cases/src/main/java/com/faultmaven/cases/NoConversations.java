package com.faultmaven.cases;

import java.util.Collection;
import java.util.List;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Cases without a module that keeps conversations: nothing is said in any. */
@Component
@Fallback
class NoConversations implements ConversationTexts {

  @Override
  public List<Said> at(Collection<Turn> turns) {
    return List.of();
  }

  @Override
  public List<Said> after(Turn last, int most) {
    return List.of();
  }
}
