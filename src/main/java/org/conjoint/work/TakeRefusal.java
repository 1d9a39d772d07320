package org.conjoint.work;

/** Why a user cannot have a certain item. */
public enum TakeRefusal {
    /** There is no such item any more. */
    NO_ITEM,
    /** Its queue asks for another role. */
    OTHER_ROLE,
    /** Its queue is kept for somebody else. */
    RESERVED,
    /** The user has answered it. */
    ANSWERED,
    /** The user has skipped or flagged it. */
    PASSED_ON,
    /** The user has a twin of it in hand, or had one within the last hours. */
    TWIN,
    /** The user has it in another queue of the panel, under another text. */
    OTHER_TEXT,
    /** No version of its policy is in force. */
    NO_POLICY,
    /** As many others as are wanted have it in hand or have answered it. */
    NONE_OPEN
}
