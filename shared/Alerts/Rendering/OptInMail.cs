using Monitor.Shared.Domain;

namespace Monitor.Shared.Alerts.Rendering;

/// <summary>The question whether an address wants mails at all: all that it gets before its owner says yes.</summary>
internal static class OptInMail
{
    public static MailDocument Write(MailVoice voice, AlertFacts facts, string yes, string no)
    {
        MailTexts texts = MailTexts.All;
        string name = PlainText.Line(facts.AgencyName, 120);
        string title = voice.Say(texts.OptInSubject, name);
        return new MailDocument(
            voice.Language.Code(),
            title,
            title,
            [
                new MailLine(voice.Say(texts.OptInIntro, name, facts.Agency.Display)),
                new MailLine(voice.Say(texts.OptInWhat)),
                new MailLink(voice.Say(texts.OptInYes), yes),
            ],
            [
                new MailLine(voice.Say(texts.OptInNothing)),
                new MailLink(voice.Say(texts.OptInNo), no),
            ]);
    }
}
