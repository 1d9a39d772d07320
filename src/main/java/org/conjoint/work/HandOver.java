package org.conjoint.work;

/** What became of handing an item to another person. */
public sealed interface HandOver {

    /** It is in the other person's hand, under the policy in force now. */
    record Done() implements HandOver {}

    /** The other person has, had or declined this item, or has or lately had a twin of it. */
    record AlreadyInvolved() implements HandOver {}

    /** The other person does not exist, may not work, or lacks the role that the queue asks for. */
    record NotAllowed() implements HandOver {}

    /** The lease was no longer the giver's. */
    record Lost(LossCause cause) implements HandOver {}
}
