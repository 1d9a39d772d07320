package org.conjoint.moderation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import org.conjoint.moderation.VerdictForm;

/** Two drafts of one post, side by side where they differ; one is chosen, and until then neither is written over. */
final class BothSidesDialog extends Dialog {

    private final Button mine = new Button("Keep this side");
    private final Button theirs = new Button("Take the other side");

    /**
     * @param kept called when what is here shall stand
     * @param taken called when what the server has shall stand
     */
    BothSidesDialog(VerdictForm here, VerdictForm there, Runnable kept, Runnable taken) {
        setHeaderTitle("This post has two drafts");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        setWidth("720px");
        var text = new Paragraph(
                "It was worked on elsewhere meanwhile. Only what differs is shown; nothing is lost until you choose.");
        text.addClassName("muted");
        add(text, table(here, there));
        mine.addClickListener(_ -> {
            close();
            kept.run();
        });
        theirs.addClickListener(_ -> {
            close();
            taken.run();
        });
        mine.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(theirs, mine);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                mine.focus();
            }
        });
    }

    private static NativeTable table(VerdictForm here, VerdictForm there) {
        var head = new NativeTableRow();
        head.add(header("", "col"), header("Here", "col"), header("On the server", "col"));
        var body = new NativeTableBody();
        for (var line : FormDifference.of(here, there)) {
            var row = new NativeTableRow();
            row.add(header(line.field(), "row"), new NativeTableCell(line.mine()), new NativeTableCell(line.theirs()));
            body.add(row);
        }
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("both-sides");
        return table;
    }

    private static NativeTableHeaderCell header(String words, String scope) {
        var cell = new NativeTableHeaderCell(words);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    Button keepButton() {
        return mine;
    }

    Button takeButton() {
        return theirs;
    }
}
