using System.Globalization;
using Microsoft.AspNetCore.Http;
using Monitor.Functions.Dashboard.Components;
using Monitor.Functions.Dashboard.Wording;
using Monitor.Shared.Obligations;

namespace Monitor.Functions.Dashboard.Declarations;

/// <summary>Reads and fills the form that declares.</summary>
internal static class DeclarationForm
{
    public const string Outcome = "outcome";
    public const string Link = "link";
    public const string PlannedFor = "plannedFor";
    public const string Reason = "reason";
    public const string ResponsibleRole = "responsibleRole";
    public const string Version = "version";

    /// <summary>What is declared now, to be confirmed or changed.</summary>
    public static FormState Of(DeclarationRow? standing) => new(
        (Outcome, standing?.Outcome.ToString()),
        (Link, standing?.Link),
        (PlannedFor, standing?.PlannedFor is { } day ? Format.Day(day) : null),
        (Reason, standing?.Reason),
        (ResponsibleRole, standing?.ResponsibleRole));

    /// <summary>What was sent; null when something is wrong, which the form then says.</summary>
    public static DeclarationDraft? Read(IFormCollection sent, DateTimeOffset now, out FormState form)
    {
        form = new FormState(sent, Outcome, Link, PlannedFor, Reason, ResponsibleRole, Version);
        bool dated = DateOnly.TryParseExact(form[PlannedFor], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day);
        var draft = new DeclarationDraft(
            Enum.TryParse(form[Outcome], out DeclaredOutcome outcome) && Enum.IsDefined(outcome) ? outcome : null,
            dated ? day : null,
            // Lines are how a person breaks a text, and nothing that it says.
            string.Join(' ', form[Reason].Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
            form[Link],
            form[ResponsibleRole]);
        foreach (DeclarationFault fault in draft.Faults(DateOnly.FromDateTime(now.UtcDateTime)))
        {
            (string field, string text) = Told(fault, form);
            form.Refuse(field, text);
        }
        if (!dated && form[PlannedFor].Length > 0)
            form.Refuse(PlannedFor, "Declaration.DateWrong");
        form.Require(ResponsibleRole, "Declaration.RoleMissing");
        return form.Valid ? draft : null;
    }

    private static (string Field, string Text) Told(DeclarationFault fault, FormState form) => fault switch
    {
        DeclarationFault.NoOutcome => (Outcome, "Declaration.OutcomeMissing"),
        DeclarationFault.DateNotAhead => (PlannedFor, form[PlannedFor].Length == 0 ? "Declaration.DateMissing" : "Declaration.DateWrong"),
        DeclarationFault.DateNotWanted => (PlannedFor, "Declaration.DateNotWanted"),
        DeclarationFault.BadReason => (Reason, form[Reason].Length == 0 ? "Declaration.ReasonMissing" : "Declaration.ReasonWrong"),
        DeclarationFault.BadRole => (ResponsibleRole, "Declaration.RoleWrong"),
        _ => (Link, form[Link].Length == 0 ? "Declaration.LinkMissing" : "Declaration.LinkWrong"),
    };
}
