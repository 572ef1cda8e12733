package org.maplebridge.kernel.parameters;

import java.util.List;
import java.util.UUID;
import org.maplebridge.kernel.ground.Work;

/// Changes of numbers that wait for a second person. What is proposed counts for nothing until another than its author
/// approves it.
public interface Proposals {

    /// Puts a change before the others. The same author's same key does so once.
    ///
    /// @throws Refused naming the fields at fault in Chinese; also if the key came before with other words
    Proposal propose(Work work, Parameters.Edit edit);

    /// What waits, the oldest first, and then what was decided last, as far as the work's scope reaches.
    List<Proposal> listed(Work work);

    /// One that the work's scope reaches.
    ///
    /// @throws Refused as not found
    Proposal at(Work work, UUID id);

    /// Decides one; approving enters the version. The same decision again changes nothing.
    ///
    /// @throws Refused if its author approves or refuses, another withdraws, or it was decided otherwise before
    Proposal decide(Work work, UUID id, Proposal.Decision decision);
}
