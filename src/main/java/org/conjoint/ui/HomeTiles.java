package org.conjoint.ui;

import java.util.List;

/** What a module has to offer on the start page; a bean of the module implements it. */
public interface HomeTiles {

    /** What the account at work may do now; empty when it is not for this account. Called at each opening of the page. */
    List<HomeTile> now();
}
