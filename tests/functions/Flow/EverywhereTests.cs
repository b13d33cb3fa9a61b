namespace Monitor.Functions.Tests.Flow;

/// <summary>A worker killed before each call.</summary>
public sealed class KilledBeforeEachCallTests() : EverywhereFaults(FaultKind.KilledBefore);

/// <summary>A worker killed after each call had its effect, before the answer came.</summary>
public sealed class KilledAfterEachCallTests() : EverywhereFaults(FaultKind.KilledAfter);

/// <summary>Each call to storage failing.</summary>
public sealed class EachCallFailsTests() : EverywhereFaults(FaultKind.FailsBefore);

/// <summary>Each call to storage done, and its answer lost.</summary>
public sealed class EachAnswerLostTests() : EverywhereFaults(FaultKind.AnswerLost);
