package org.conjoint.policy;

import java.util.Map;

/** Opens drafts of texts that come from elsewhere; the module in which drafts are written provides it. */
public interface DraftOpening {

    /**
     * A draft.
     *
     * @param number the version that it is to become
     */
    record Opened(long id, String number) {}

    /**
     * Opens a draft with these files. Where they bear the number of the version that they grew out of, they get the next,
     * with an entry in changes.yaml that says nothing of changes yet.
     *
     * @param files sources by name
     */
    Opened open(PolicyVersionId basedOn, Map<String, String> files);
}
