package org.conjoint.access;

/** The roles as constants for {@code @RolesAllowed} on views and, as {@code HAS_…}, for {@code @PreAuthorize} on services. */
public final class Roles {
    public static final String RATER = "RATER";
    public static final String RANKER = "RANKER";
    public static final String REVIEWER = "REVIEWER";
    public static final String POLICY_AUTHOR = "POLICY_AUTHOR";
    public static final String QUALITY_LEAD = "QUALITY_LEAD";
    public static final String DATA_ENGINEER = "DATA_ENGINEER";
    public static final String ADMIN = "ADMIN";

    public static final String HAS_RATER = "hasRole('RATER')";
    public static final String HAS_RANKER = "hasRole('RANKER')";
    public static final String HAS_REVIEWER = "hasRole('REVIEWER')";
    public static final String HAS_POLICY_AUTHOR = "hasRole('POLICY_AUTHOR')";
    public static final String HAS_QUALITY_LEAD = "hasRole('QUALITY_LEAD')";
    public static final String HAS_DATA_ENGINEER = "hasRole('DATA_ENGINEER')";
    public static final String HAS_ADMIN = "hasRole('ADMIN')";
    /** Those who move data in and out. */
    public static final String HAS_DATA_ACCESS = "hasAnyRole('DATA_ENGINEER','ADMIN')";
    /** Anyone who is signed in. */
    public static final String SIGNED_IN = "isAuthenticated()";

    private Roles() {}
}
