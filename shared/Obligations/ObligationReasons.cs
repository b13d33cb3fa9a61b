namespace Monitor.Shared.Obligations;

/// <summary>Stable codes for why an obligation came to its outcome; null goes with a plain met.</summary>
public static class ObligationReasons
{
    /// <summary>Untested: the agency has not declared, or over a year ago.</summary>
    public const string NotDeclared = "notDeclared";

    /// <summary>Untested: no check of ours judges it yet.</summary>
    public const string NoCheck = "noCheck";

    /// <summary>Untested: no web solution of the body has been measured.</summary>
    public const string NoScan = "noScan";

    /// <summary>Untested: nobody has told what kind of body it is.</summary>
    public const string BodyTypeUnknown = "bodyTypeUnknown";

    /// <summary>Untested: the number is valid but nobody holds it.</summary>
    public const string NotRegistered = "notRegistered";

    /// <summary>Untested: the body no longer exists.</summary>
    public const string Deleted = "deleted";

    /// <summary>Not applicable: the row does not bind this body.</summary>
    public const string NotAddressed = "notAddressed";

    /// <summary>Not applicable: the agency declares that it is not relevant.</summary>
    public const string NotRelevant = "notRelevant";

    /// <summary>Not met: declared as planned, with its date in the evidence.</summary>
    public const string Planned = "planned";

    /// <summary>A not-met was seen once; its second observation is due after 20 h.</summary>
    public const string SecondCheckDue = "secondCheckDue";

    /// <summary>No verdict: nothing found where nothing need be complete.</summary>
    public const string NoneRegistered = "noneRegistered";

    /// <summary>No verdict: what was seen is a sign only.</summary>
    public const string IndicatorOnly = "indicatorOnly";

    /// <summary>No verdict: nothing seen on the pages read, which are not all there are.</summary>
    public const string NoneSeen = "noneSeen";

    /// <summary>Not met: a page's bytes are not UTF-8, seen twice.</summary>
    public const string NotUtf8 = "notUtf8";

    /// <summary>Not met: a solution has a confirmed failure that is open.</summary>
    public const string ConfirmedFailures = "confirmedFailures";

    /// <summary>No verdict: no confirmed failure is open, which is no proof of conformity.</summary>
    public const string NoConfirmedFailures = "noConfirmedFailures";

    /// <summary>Not determined: the registry could not be reached or failed.</summary>
    public const string RegistryDown = "registryDown";

    /// <summary>Not determined: too many requests.</summary>
    public const string Throttled = "throttled";

    /// <summary>Not determined: no answer in time.</summary>
    public const string Timeout = "timeout";

    /// <summary>Not determined: the answer does not follow the contract.</summary>
    public const string Malformed = "malformed";

    /// <summary>Not determined: the registry would not take the request.</summary>
    public const string Refused = "refused";

    /// <summary>Not determined: the registry wants a key, and none is configured.</summary>
    public const string NoKey = "noKey";

    /// <summary>Not determined: the body's name, which the registry knows it by, could not be had.</summary>
    public const string BodyUnknown = "bodyUnknown";

    /// <summary>Not met: no entry where the law demands one.</summary>
    public const string NotInElma = "notInElma";

    /// <summary>Not met: the entry in ELMA lacks a document that must be received.</summary>
    public const string DocumentsMissing = "documentsMissing";

    /// <summary>Not met: no distribution of an open dataset answers.</summary>
    public const string DistributionsDead = "distributionsDead";

    /// <summary>Not met: no link to an accessibility statement, or a dead one.</summary>
    public const string StatementMissing = "statementMissing";

    /// <summary>Not met: the accessibility statement's date is over a year old.</summary>
    public const string StatementOld = "statementOld";

    /// <summary>Not met: the statement calls a criterion met that has confirmed failures.</summary>
    public const string StatementContradicted = "statementContradicted";

    /// <summary>No verdict: the statement names another body than the owner, which may be right.</summary>
    public const string StatementOfAnother = "statementOfAnother";

    /// <summary>No verdict: the statement covers fewer criteria than the regulation.</summary>
    public const string StatementTemplate = "statementTemplate";

    /// <summary>No verdict: the start page or the statement does not tell.</summary>
    public const string StatementUnclear = "statementUnclear";

    /// <summary>No verdict: there are entries, but what was looked at proves neither.</summary>
    public const string NotProven = "notProven";

    /// <summary>Not determined: there is more than we read.</summary>
    public const string Incomplete = "incomplete";
}
