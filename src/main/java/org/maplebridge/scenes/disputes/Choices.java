package org.maplebridge.scenes.disputes;

/// The lists forms choose from. The titles are in `disputes.yml`, one section for each list.
final class Choices {

    private Choices() {}

    /// Through which channel a dispute came.
    enum Source {
        PATROL,
        VISIT,
        HOTLINE,
        ONLINE,
        POLICE,
        COURT,
        PETITION,
        PRISON,
        REFERRED,
        IMPORTED
    }

    /// Whether the two sides want mediation.
    enum Willing {
        BOTH,
        UNOPPOSED,
        REFUSED
    }

    /// What stops mediation and calls for protection.
    enum Danger {
        VIOLENCE,
        HARASSMENT,
        THREAT,
        INJURY
    }

    /// The colours a person may decide for.
    enum Hue {
        RED,
        ORANGE,
        YELLOW,
        GREEN
    }

    /// How somebody answered a dispute that may get worse.
    enum Response {
        VISIT,
        PHONE,
        POLICE
    }

    enum AgreementForm {
        ORAL,
        WRITTEN
    }

    /// What the two sides do about judicial confirmation.
    enum ConfirmChoice {
        APPLIED,
        GIVEN_UP
    }

    /// What a court made of an application for judicial confirmation.
    enum CourtResult {
        CONFIRMED,
        DISMISSED,
        WITHDRAWN
    }

    enum Result {
        FULL,
        PART,
        BROKEN
    }

    enum FailReason {
        REFUSED,
        NO_CONSENSUS,
        ABSENT,
        DANGER
    }

    /// Where a dispute goes that is not settled here.
    enum Elsewhere {
        LITIGATION,
        ARBITRATION,
        RECONSIDERATION,
        PETITION,
        POLICE,
        PRISON,
        DEPARTMENT,
        COMMERCIAL_MEDIATION,
        NO_DISPUTE
    }

    enum Grade {
        SATISFIED,
        FAIRLY,
        DISSATISFIED
    }

    /// How an officer heard what the party thinks.
    enum Channel {
        PHONE,
        DOOR,
        PAPER
    }

    /// Why nobody is asked what they think.
    enum ExemptReason {
        ANONYMOUS,
        UNREACHABLE,
        DECLINED,
        GONE,
        UNSAFE
    }

    /// How it came out; an agreement that was broken counts apart from one performed.
    enum Ending {
        SETTLED,
        UNPERFORMED,
        FAILED,
        WITHDRAWN
    }

    /// Why a dispute is opened again.
    enum ReopenGround {
        NOT_PERFORMED,
        NEW_FACTS,
        UNWILLING,
        UNCONFIRMED,
        WRONGLY_CLOSED
    }

    /// How a petitioner was told.
    enum ToldHow {
        PAPER,
        PHONE,
        SMS,
        FACE
    }

    /// Who asks the police to refrain from a penalty.
    enum WaiverBy {
        INJURED,
        BOTH,
        OFFENDER
    }

    /// What the police decided on it.
    enum WaiverDecision {
        APPROVED,
        REFUSED
    }

    /// Which force takes part in joint mediation.
    enum Force {
        LAWYER,
        JUDGE,
        POLICE,
        PETITION,
        LABOUR,
        HOUSING,
        TRADE,
        PSYCHOLOGY,
        WOMEN,
        OTHER
    }
}
