package com.faultmaven.identity.signins;

import com.faultmaven.kernel.UserId;

/** A sign-in and whose it is. */
public record OwnedSignIn(UserId user, String signIn) {}
