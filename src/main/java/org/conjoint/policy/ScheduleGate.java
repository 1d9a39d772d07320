package org.conjoint.policy;

/** Something that has to hold before a version is scheduled; a module that measures it provides a bean. */
public interface ScheduleGate {

    /** How a version stands before the gate. */
    sealed interface Reading {

        /** It may pass. */
        record Open() implements Reading {}

        /**
         * It may not.
         *
         * @param words what is missing and what to do, in a sentence
         */
        record Shut(String words) implements Reading {}
    }

    /** Looks at a version that is approved. */
    Reading read(PolicyVersionId version);
}
