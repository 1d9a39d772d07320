package org.conjoint.moderation;

import java.util.Collection;
import java.util.List;
import org.conjoint.content.PostId;
import org.conjoint.work.QueueId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What trying a version or a rater out needs of verdicts; who may is for the caller to decide. */
@Service
@Transactional(readOnly = true)
public class Trials {

    private final TrialRows rows;

    Trials(TrialRows rows) {
        this.rows = rows;
    }

    /** Judged posts, drawn by chance. */
    public List<PostId> sample(SampleRequest request) {
        return rows.sample(request);
    }

    /** The answers that stand in queues that try something out, by rising id. */
    public List<PanelAnswer> answers(Collection<QueueId> queues) {
        return queues.isEmpty() ? List.of() : rows.answers(queues);
    }
}
