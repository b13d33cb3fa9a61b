using Monitor.Functions.Dashboard;
using Monitor.Shared.Alerts.Rendering;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>Mails are written in a project that does not know the dashboard; their links must still be its addresses.</summary>
public sealed class MailLinkTests
{
    private static readonly SolutionId Solution = SolutionId.Parse("991825827-abcdefgh");
    private static readonly string Fingerprint = Base32.Hash("a cause");

    public static TheoryData<Language> EveryLanguage => [.. Languages.All];

    [Theory]
    [MemberData(nameof(EveryLanguage))]
    public void A_mail_links_to_the_pages_that_the_dashboard_has(Language language)
    {
        var mail = new MailLinks("https://monitor.example/", language, Solution.Agency);
        var dashboard = new Paths(language);
        Assert.Equal("https://monitor.example" + dashboard.Agency(Solution.Agency), mail.Agency);
        Assert.Equal("https://monitor.example" + dashboard.Solution(Solution), mail.Solution(Solution));
        Assert.Equal("https://monitor.example" + dashboard.Finding(Solution, Fingerprint), mail.Finding(Solution, Fingerprint));
        Assert.Equal("https://monitor.example" + dashboard.OptIn("token"), mail.OptIn("token"));
        Assert.Equal("https://monitor.example" + dashboard.Unsubscribe("token"), mail.Unsubscribe("token"));
    }
}
