using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;

namespace Monitor.Shared.Alerts.Rendering;

/// <summary>The mail about an obligation that became not met: what it asks, by which law, and what was seen.</summary>
internal static class ObligationMail
{
    private const int MaxEvidence = 20;
    private const int TextLength = 300;

    public static MailDocument Write(MailVoice voice, MailLinks links, AlertFacts facts, IReadOnlyList<MailBlock> footer)
    {
        ObligationAlert obligation = facts.Obligation ?? throw new InvalidOperationException("A mail about an obligation names it.");
        MailTexts texts = MailTexts.All;
        string name = PlainText.Line(facts.AgencyName, 120);
        string asked = PlainText.Line(obligation.Text.In(voice.Language), TextLength);
        string title = voice.Say(texts.ObligationSubject, asked);

        List<MailBlock> blocks =
        [
            new MailLine(voice.Say(texts.ObligationIntro, name)),
            new MailLine(asked),
            new MailLine(voice.Say(texts.LegalBasis, PlainText.Line(obligation.LegalBasis, TextLength))),
            new MailLine(voice.Say(texts.Edition, PlainText.Line(obligation.Edition, 40))),
            new MailLine(voice.Say(texts.AgencyLine, name, facts.Agency.Display)),
        ];
        if (obligation.Evidence.Count > 0)
        {
            blocks.Add(new MailHeading(voice.Say(texts.HeadingEvidence)));
            blocks.Add(new MailList([.. obligation.Evidence.Take(MaxEvidence).Select(e => Item(voice, e))]));
            if (obligation.Evidence.Count > MaxEvidence)
                blocks.Add(new MailLine(voice.Say(texts.AndMore, voice.Count(obligation.Evidence.Count - MaxEvidence))));
        }
        blocks.Add(new MailLine(voice.Say(texts.IfWrong)));
        blocks.Add(new MailLink(voice.Say(texts.SeeAgency), links.Agency));
        return new MailDocument(voice.Language.Code(), title, title, blocks, footer);
    }

    private static MailItem Item(MailVoice voice, Evidence evidence)
    {
        List<MailBlock> details = [new MailLine(voice.Say(MailTexts.All.Source, PlainText.Line(evidence.Source, TextLength)))];
        if (evidence.Url is { } url)
            details.Add(PlainText.Link(url) is { } link ? new MailLink(link, link) : new MailLine(PlainText.Line(url, TextLength)));
        return new MailItem(new MailLine(PlainText.Line(evidence.In(voice.Language).Fact, TextLength), evidence.Texts is null ? voice.English : null), details);
    }
}
