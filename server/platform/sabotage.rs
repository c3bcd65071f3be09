//! Faults on purpose: does the suite see them? `STOCKROOM_SABOTAGE=balances-unlocked cargo test …` runs a test build with one
//! thing left out that must not be left out, and some test has to fail. `scripts/drills/sabotage` tries all of them, and
//! `server/tests/sabotage.txt` says who is to notice which.
//!
//! Only the testkit turns the feature on, which is a dependency of tests alone: what is shipped asks [`on`] a question whose
//! answer is known when it is compiled, and nothing of it is left.

#[cfg(all(feature = "sabotage", not(debug_assertions)))]
compile_error!("`sabotage` is for builds of tests: it cannot be part of a release");

macro_rules! faults {
    ($($(#[$doc:meta])+ $name:ident = $tag:literal,)+) => {
        /// What can be left out.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Fault {
            $($(#[$doc])+ $name,)+
        }

        impl Fault {
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// Its name in `STOCKROOM_SABOTAGE`.
            #[must_use]
            pub const fn tag(self) -> &'static str {
                match self {
                    $(Self::$name => $tag,)+
                }
            }
        }
    };
}

faults! {
    // Locks
    /// Balances are read without their locks.
    BalancesUnlocked = "balances-unlocked",
    /// Promises are read without their locks, by who posts.
    PromisesUnlocked = "promises-unlocked",
    /// Promises are read without their locks, by who reserves.
    ReservingUnlocked = "reserving-unlocked",
    /// Locks are taken in any order.
    LocksUnsorted = "locks-unsorted",
    /// Who reserves takes locks in any order.
    ReservingUnsorted = "reserving-unsorted",
    /// A numbered piece's whereabouts are read without their lock.
    SerialsUnlocked = "serials-unlocked",

    // What is decided under them
    /// Of several legs at one key the last alone is asked about.
    DemandNotSummed = "demand-not-summed",
    /// A place is let fall below nought.
    FloorIgnored = "floor-ignored",
    /// Running balances are kept as floats.
    FloatQuantity = "float-quantity",
    /// Books may be written on a closed day.
    PeriodIgnored = "period-ignored",
    /// Lots that are held back or over become available.
    HeldLotLetIn = "held-lot-let-in",
    /// A numbered piece may come where it is not, while it is elsewhere.
    SerialTwice = "serial-twice",
    /// A hold that has lapsed ships.
    ExpiredHoldShips = "expired-hold-ships",
    /// A reservation is changed by who knows an old state of it.
    FenceIgnored = "fence-ignored",
    /// Holds that have lapsed go on keeping stock.
    LapsedHoldKeeps = "lapsed-hold-keeps",
    /// What promises exceed the stock by is not noted.
    ShortageNotOpened = "shortage-not-opened",

    // What is written
    /// Each leg begins a chain of its own.
    ChainNotCarried = "chain-not-carried",
    /// A key's numbers have gaps.
    SequenceGap = "sequence-gap",
    /// The last leg of a posting is not written.
    LegLost = "leg-lost",
    /// The ledger is written, the balance is not.
    BalanceNotMoved = "balance-not-moved",
    /// The ledger is written, what is sellable is not.
    PromiseNotMoved = "promise-not-moved",
    /// What was taken back is not noted.
    UndoNotNoted = "undo-not-noted",
    /// What was told late is not noted.
    LateNotNoted = "late-not-noted",
    /// Nothing is set beside what is told late of a place that was counted since.
    CountNotKept = "count-not-kept",
    /// A lot's list lacks its movements.
    LotNotListed = "lot-not-listed",

    // What it is worth
    /// What was taken out of a layer stays in it.
    LayerTakenTwice = "layer-taken-twice",
    /// Who takes the last of a layer leaves some of its value behind.
    RemainderLeft = "remainder-left",
    /// A posting does not wait to be valued.
    CostNotQueued = "cost-not-queued",

    // The desk
    /// Everybody may do everything.
    PermissionSkipped = "permission-skipped",
    /// A request's key is not claimed.
    KeyNotClaimed = "key-not-claimed",
    /// The same key serves another request.
    KeyReused = "key-reused",
    /// What was answered is kept, what was written is not.
    ReplyWithoutWrite = "reply-without-write",
    /// What was written is kept, the answer is not.
    WriteWithoutReply = "write-without-reply",
    /// What was done up to an error is committed.
    CommitAfterError = "commit-after-error",
    /// What was done until a lock was not had in time is committed.
    CommitAfterLockTimeout = "commit-after-lock-timeout",
    /// Requests of all tenants are answered together.
    LaneWithoutTenant = "lane-without-tenant",
    /// A request whose key is known is done again.
    RetryWithoutKey = "retry-without-key",
    /// A lock that was not had in time is not asked for again.
    RetryGivenUp = "retry-given-up",
    /// A connection that was dropped in a transaction is lent again as it is.
    NoRollbackOnRelease = "no-rollback-on-release",
    /// Events are published before the commit.
    PublishedBeforeCommit = "published-before-commit",
    /// Events are not written.
    EventLost = "event-lost",
    /// Who did what is not written.
    AuditLost = "audit-lost",

    // Proof and rights
    /// A seal covers all but the last of its rows.
    SealSkipsLeaf = "seal-skips-leaf",
    /// Seals do not name the one before.
    SealNotChained = "seal-not-chained",
    /// The application may change audit rows.
    AuditUpdatable = "audit-updatable",
    /// The application may change movements.
    MovementsUpdatable = "movements-updatable",
    /// A reservation is found whosever it is.
    TenantForgotten = "tenant-forgotten",
    /// A job is finished by who has lost it.
    LeaseUnfenced = "lease-unfenced",
}

/// Whether this process runs with that fault. Nothing but tests ever does.
#[cfg(feature = "sabotage")]
#[must_use]
pub fn on(fault: Fault) -> bool {
    static CHOSEN: std::sync::LazyLock<Option<Fault>> = std::sync::LazyLock::new(|| {
        let wanted = std::env::var("STOCKROOM_SABOTAGE").ok().filter(|wanted| !wanted.is_empty())?;
        let known = Fault::ALL.iter().copied().find(|fault| fault.tag() == wanted);
        assert!(known.is_some(), "STOCKROOM_SABOTAGE={wanted}: there is no such fault");
        known
    });
    *CHOSEN == Some(fault)
}

/// Whether this process runs with that fault: never, without the feature.
#[cfg(not(feature = "sabotage"))]
#[must_use]
#[inline]
pub const fn on(_: Fault) -> bool {
    false
}

/// `text`, a part of a statement, unless this process runs with that fault.
#[must_use]
#[inline]
pub fn unless(fault: Fault, text: &'static str) -> &'static str {
    if on(fault) { "" } else { text }
}

/// Whether this process lets the application change rows of a table in which nothing is ever changed.
#[must_use]
pub fn grants_too_much(table: &str) -> bool {
    on(Fault::AuditUpdatable) && table == "audit" || on(Fault::MovementsUpdatable) && table == "stock_movement"
}
