package org.conjoint.path;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** The line of one page, on which each answer is on its way for so long. */
record SlowLine(CDPSession session) {

    static SlowLine of(Page page) {
        return new SlowLine(page.context().newCDPSession(page));
    }

    /** @param millis 0 for as fast as it was */
    void delay(int millis) {
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", millis);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", -1);
        session.send("Network.emulateNetworkConditions", conditions);
    }
}
