package org.conjoint.access;

/** A demo account as the sign-in page shows it. */
public record DemoAccount(String name, String displayName, Role role, String password) {}
