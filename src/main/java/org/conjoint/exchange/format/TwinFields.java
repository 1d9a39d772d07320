package org.conjoint.exchange.format;

import org.conjoint.meaning.JointGrade;
import org.conjoint.meaning.Part;
import org.jspecify.annotations.Nullable;

/** The three fields by which a row says that its post is a twin: all of them, or none. */
final class TwinFields {
    private static final String OF = "twin_of";
    private static final String PART = "changed_part";
    private static final String EXPECTED = "expected_joint";

    private TwinFields() {}

    static Incoming.@Nullable TwinOf read(Fields fields) throws RowRefused {
        var of = fields.text(OF);
        var part = fields.text(PART);
        var expected = fields.text(EXPECTED);
        if (of == null && part == null && expected == null) {
            return null;
        }
        if (of == null || part == null || expected == null) {
            throw new RowRefused("A twin has twin_of, changed_part and expected_joint, all three");
        }
        try {
            var joint = JointGrade.of(expected);
            if (!joint.determined()) {
                throw new RowRefused("The field “expected_joint” is none, borderline or violating, not “%s”"
                        .formatted(joint.code()));
            }
            return new Incoming.TwinOf(of, Part.of(part), joint);
        } catch (IllegalArgumentException e) {
            throw new RowRefused(ConjointRows.message(e));
        }
    }
}
