package org.conjoint.work;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How work is given out.
 *
 * @param twinHours for how many hours after the end of a lease its rater gets no other member of the family, 0 to 8760;
 *     with 0 only while the lease lasts
 */
@ConfigurationProperties("conjoint.work")
record WorkSettings(@DefaultValue("12") int twinHours) {
    WorkSettings {
        if (twinHours < 0 || twinHours > 8760) {
            throw new IllegalArgumentException("conjoint.work.twin-hours is 0 to 8760 hours, not " + twinHours);
        }
    }
}
