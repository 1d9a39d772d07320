package org.conjoint.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says at a field what is wrong with it. */
final class Fields {
    private Fields() {}

    static void clear(HasValidationProperties... fields) {
        for (var field : fields) {
            field.setInvalid(false);
        }
    }

    static <F extends Component & HasValidationProperties & Focusable<?> & HasElement> void refuse(
            F field, @Nullable String reason) {
        field.setErrorMessage(Objects.requireNonNullElse(reason, ""));
        field.setInvalid(true);
        field.focus();
    }
}
