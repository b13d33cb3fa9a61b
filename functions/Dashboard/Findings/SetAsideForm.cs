using Microsoft.AspNetCore.Http;
using Monitor.Functions.Api.Findings;
using Monitor.Functions.Dashboard.Components;
using Monitor.Functions.Dashboard.Wording;
using Monitor.Shared.Findings;

namespace Monitor.Functions.Dashboard.Findings;

/// <summary>Reads the form that sets a finding aside.</summary>
internal static class SetAsideForm
{
    private const int CommentCharacters = 2000;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2 * 365);

    /// <summary>What was asked for; null when something is wrong, which the form then says.</summary>
    public static SetAsideInput? Read(IFormCollection sent, DateTimeOffset now, out FormState form)
    {
        form = new FormState(sent, FindingPageModel.Reason, FindingPageModel.Comment, FindingPageModel.Until);
        SetAsideReason? reason = Enum.TryParse(form[FindingPageModel.Reason], out SetAsideReason chosen) && Enum.IsDefined(chosen) ? chosen : null;
        if (reason is null)
            form.Refuse(FindingPageModel.Reason, "SetAside.ReasonMissing");
        form.Require(FindingPageModel.Comment, "SetAside.CommentMissing");
        if (form[FindingPageModel.Comment].Length > CommentCharacters)
            form.Refuse(FindingPageModel.Comment, "SetAside.CommentLong");
        form.Require(FindingPageModel.Until, "SetAside.UntilMissing");
        DateTimeOffset? until = Format.EndOfDay(form[FindingPageModel.Until]);
        if (until is not { } end || end <= now || end > now + Longest)
            form.Refuse(FindingPageModel.Until, "SetAside.UntilWrong");
        return form.Valid ? new SetAsideInput(reason, form[FindingPageModel.Comment], until) : null;
    }
}
