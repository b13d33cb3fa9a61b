using Microsoft.AspNetCore.Http;
using Monitor.Functions.Dashboard.Components;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Dashboard.Agencies;

/// <summary>Reads and fills the form about an agency.</summary>
internal static class AgencyForm
{
    private const string Number = "orgNumber";
    private const string Name = "name";
    private const string MailLanguage = "language";
    private const string Kind = "bodyType";
    private const string Ministry = "ministry";

    public static FormState Empty => new((MailLanguage, Language.Nb.Code()));

    public static FormState Of(AgencyRow agency) => new(
        (Name, agency.Name),
        (MailLanguage, agency.Language.Code()),
        (Kind, agency.BodyTypeOverridden ? agency.BodyType?.ToString() : null),
        (Ministry, agency.BodyTypeOverridden && agency.Ministry ? "on" : null));

    public static FormState Read(IFormCollection sent) => new(sent, Number, Name, MailLanguage, Kind, Ministry);

    /// <summary>The number; null when it is none, which the form then says.</summary>
    public static OrgNumber? OrgNumber(FormState form)
    {
        if (Shared.Domain.OrgNumber.TryParse(form[Number], out OrgNumber agency))
            return agency;
        form.Refuse(Number, form[Number].Length == 0 ? "AgencyForm.OrgNumberMissing" : "AgencyForm.OrgNumberWrong");
        return null;
    }

    /// <summary>What is asked for. A new agency without a name is called by its number until the registry has answered.</summary>
    public static AgencyDraft Draft(FormState form, OrgNumber? named = null)
    {
        BodyType? kind = Enum.TryParse(form[Kind], out BodyType chosen) && Enum.IsDefined(chosen) ? chosen : null;
        return new AgencyDraft(
            form[Name].Length == 0 && named is { } number ? number.Display : form[Name], kind, kind is null ? null : form.Ticked(Ministry), Front.Spoken(form[MailLanguage]));
    }
}
