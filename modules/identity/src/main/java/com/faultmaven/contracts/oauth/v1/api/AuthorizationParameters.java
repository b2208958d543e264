package com.faultmaven.contracts.oauth.v1.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** What a client asks a person for: the parameters that the contract marks as this group. */
public record AuthorizationParameters(
    @BindParam("response_type") String responseType,
    @BindParam("client_id") String clientId,
    @BindParam("redirect_uri") String redirectUri,
    String state,
    @BindParam("code_challenge") String codeChallenge,
    @BindParam("code_challenge_method") @Nullable String codeChallengeMethod,
    @Nullable String scope) {}
