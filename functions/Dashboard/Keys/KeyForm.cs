using Microsoft.AspNetCore.Http;
using Monitor.Functions.Dashboard.Components;
using Monitor.Functions.Dashboard.Wording;
using Monitor.Shared.Access;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Dashboard.Keys;

/// <summary>Reads the form that makes a key.</summary>
internal static class KeyForm
{
    public const string Name = "name";
    public const string RoleField = "role";
    public const string Agency = "orgNumber";
    public const string Expires = "expires";
    private const int NameCharacters = 100;

    public static FormState Empty => new((RoleField, nameof(Role.Agency)));

    /// <summary>What was asked for; null when something is wrong, which the form then says.</summary>
    public static NewKeyInput? Read(IFormCollection sent, DateTimeOffset now, out FormState form)
    {
        form = new FormState(sent, Name, RoleField, Agency, Expires);
        form.Require(Name, "Keys.NameMissing");
        if (form[Name].Length > NameCharacters)
            form.Refuse(Name, "Keys.NameLong");
        if (!Enum.TryParse(form[RoleField], out Role role) || !Enum.IsDefined(role))
            form.Refuse(RoleField, "Keys.RoleWrong");
        OrgNumber? agency = ReadAgency(form, role);
        DateTimeOffset? expires = Format.EndOfDay(form[Expires]);
        if (form[Expires].Length > 0 && (expires is not { } end || end <= now))
            form.Refuse(Expires, "Keys.ExpiresWrong");
        return form.Valid ? new NewKeyInput(form[Name], role, agency, expires) : null;
    }

    private static OrgNumber? ReadAgency(FormState form, Role role)
    {
        string text = form[Agency];
        if (role == Role.Supervisor)
        {
            if (text.Length > 0)
                form.Refuse(Agency, "Keys.OrgNumberNotWanted");
            return null;
        }
        if (OrgNumber.TryParse(text, out OrgNumber agency))
            return agency;
        form.Refuse(Agency, text.Length == 0 ? "Keys.OrgNumberMissing" : "AgencyForm.OrgNumberWrong");
        return null;
    }
}

/// <summary>The key that is asked for.</summary>
internal sealed record NewKeyInput(string Name, Role Role, OrgNumber? Agency, DateTimeOffset? ExpiresAt);
