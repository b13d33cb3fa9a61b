using Monitor.Shared.Domain;

namespace Monitor.Shared.Alerts.Rendering;

/// <summary>What our mails say in each language (<c>mail.data.json</c>). Placeholders are numbered as in composite formatting.</summary>
internal sealed record MailTexts
{
    /// <summary>The texts.</summary>
    public static MailTexts All { get; } = EmbeddedData.Read<MailTexts>(typeof(MailTexts), "mail.data.json");

    public required LocalizedText DateFormat { get; init; }
    public required CountedText CountNew { get; init; }
    public required CountedText CountReopened { get; init; }
    public required LocalizedText And { get; init; }
    public required LocalizedText OnSolution { get; init; }
    public required LocalizedText NewIntro { get; init; }
    public required LocalizedText AgencyLine { get; init; }
    public required LocalizedText HeadingNew { get; init; }
    public required LocalizedText HeadingReopened { get; init; }
    public required LocalizedText ReopenedNote { get; init; }
    public required LocalizedText Criterion { get; init; }
    public required LocalizedText Impact { get; init; }
    public required LocalizedText ImpactMinor { get; init; }
    public required LocalizedText ImpactModerate { get; init; }
    public required LocalizedText ImpactSerious { get; init; }
    public required LocalizedText ImpactCritical { get; init; }
    public required LocalizedText FindingPages { get; init; }
    public required LocalizedText Example { get; init; }
    public required LocalizedText SeeFinding { get; init; }
    public required LocalizedText AndMore { get; init; }
    public required LocalizedText SeeSolution { get; init; }
    public required LocalizedText HeadingScan { get; init; }
    public required LocalizedText PagesAudited { get; init; }
    public required LocalizedText Regulation { get; init; }
    public required LocalizedText CriteriaTested { get; init; }
    public required LocalizedText CriteriaFailed { get; init; }
    public required LocalizedText OpenNow { get; init; }
    public required LocalizedText FirstSeen { get; init; }
    public required LocalizedText Fixed { get; init; }
    public required LocalizedText CantTell { get; init; }
    public required LocalizedText AutomaticTests { get; init; }
    public required CountedText WelcomeSubject { get; init; }
    public required LocalizedText WelcomeTitle { get; init; }
    public required LocalizedText WelcomeIntro { get; init; }
    public required LocalizedText OptInSubject { get; init; }
    public required LocalizedText OptInIntro { get; init; }
    public required LocalizedText OptInWhat { get; init; }
    public required LocalizedText OptInNothing { get; init; }
    public required LocalizedText OptInYes { get; init; }
    public required LocalizedText OptInNo { get; init; }
    public required LocalizedText ObligationSubject { get; init; }
    public required LocalizedText ObligationIntro { get; init; }
    public required LocalizedText LegalBasis { get; init; }
    public required LocalizedText Edition { get; init; }
    public required LocalizedText HeadingEvidence { get; init; }
    public required LocalizedText Source { get; init; }
    public required LocalizedText IfWrong { get; init; }
    public required LocalizedText SeeAgency { get; init; }
    public required LocalizedText WhyYou { get; init; }
    public required LocalizedText Unsubscribe { get; init; }
}

/// <summary>A text with a number in it.</summary>
/// <param name="One">For exactly one.</param>
/// <param name="Other">For any other number.</param>
internal sealed record CountedText(LocalizedText One, LocalizedText Other)
{
    public LocalizedText For(int count) => count == 1 ? One : Other;
}
