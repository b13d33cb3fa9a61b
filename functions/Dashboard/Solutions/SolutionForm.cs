using System.Globalization;
using Microsoft.AspNetCore.Http;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Functions.Api.Solutions;
using Monitor.Functions.Dashboard.Components;
using Monitor.Shared.Agencies;
using Monitor.Shared.Regulations;

namespace Monitor.Functions.Dashboard.Solutions;

/// <summary>Reads and fills the form about a solution.</summary>
internal static class SolutionForm
{
    private const string Name = "name";
    private const string Url = "url";
    private const string Scope = "scopePath";
    private const string Regulation = "regulation";
    private const string MaxPages = "maxPages";
    private const string Interval = "intervalHours";
    private const string RobotsOverride = "robotsOverrideReason";
    private const int ReasonCharacters = 1000;

    private static readonly SolutionDraft Defaults = new("", "");

    public static FormState Empty => new(
        (Regulation, RegulationCatalogue.DefaultId), (MaxPages, Text(Defaults.MaxPages)), (Interval, Text(Defaults.IntervalHours)));

    public static FormState Of(SolutionRow solution) => new(
        (Name, solution.Name),
        (Url, solution.Url),
        (Scope, solution.ScopePath == "/" ? "" : solution.ScopePath),
        (Regulation, solution.Regulation),
        (MaxPages, Text(solution.MaxPages)),
        (Interval, Text(solution.IntervalHours)),
        (RobotsOverride, solution.RobotsOverrideReason));

    /// <summary>Reads what was sent, and the address as it is to be stored.</summary>
    public static FormState Read(IFormCollection sent, OutboundGuard guard, out string url)
    {
        var form = new FormState(sent, Name, Url, Scope, Regulation, MaxPages, Interval, RobotsOverride);
        if (form[RobotsOverride].Length > ReasonCharacters)
            form.Refuse(RobotsOverride, "SolutionForm.ReasonLong");
        form.Require(Url, "SolutionForm.UrlMissing");
        bool accepted = SolutionAddress.TryAccept(guard, form[Url], out url);
        form.Refuse(SolutionDraftCheck.Problems(Draft(form, accepted ? url : form[Url])));
        if (!accepted)
            form.Refuse(Url, "SolutionForm.UrlNotAllowed");
        return form;
    }

    /// <summary>What is asked for; numbers that are none become zero, which the register refuses.</summary>
    public static SolutionDraft Draft(FormState form, string url, bool paused = false) => new(
        form[Name],
        url,
        form[Scope].Length == 0 ? "/" : form[Scope],
        form[Regulation],
        Number(form[MaxPages]),
        Number(form[Interval]),
        paused,
        form[RobotsOverride].Length == 0 ? null : form[RobotsOverride]);

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
