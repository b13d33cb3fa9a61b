using Monitor.Shared.Domain;

namespace Monitor.Shared.Alerts.Rendering;

/// <summary>Where a mail's links lead: the dashboard's pages in the mail's language.</summary>
internal sealed class MailLinks(string publicAddress, Language language, OrgNumber agency)
{
    private readonly string root = $"{publicAddress.TrimEnd('/')}/{language.Code()}";

    public string Agency => $"{root}/agencies/{agency.Value}";

    public string Solution(SolutionId solution) => $"{root}/solutions/{solution}";

    public string Finding(SolutionId solution, string fingerprint) => $"{Solution(solution)}/findings/{Uri.EscapeDataString(fingerprint)}";

    public string OptIn(string token) => $"{root}/opt-in/{token}";

    public string Unsubscribe(string token) => $"{root}/unsubscribe/{token}";
}
