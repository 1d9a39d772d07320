package org.conjoint.work;

import org.conjoint.shared.UserId;

/** Somebody who may be given an item. @param name as people read it */
public record Receiver(UserId id, String name) {}
