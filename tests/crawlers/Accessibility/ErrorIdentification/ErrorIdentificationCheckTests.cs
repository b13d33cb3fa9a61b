using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.ErrorIdentification;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.ErrorIdentification;

public sealed class ErrorIdentificationCheckTests(BrowserFixture browser)
{
    private const string Field = "error-identification";
    private const string Message = "error-description";

    [Theory]
    [InlineData("<form><label>E-post <input value=\"ola\" aria-invalid=true></label><button>Send</button></form>")]
    [InlineData("<form><label>E-post <input value=\"ola\" aria-invalid=true aria-describedby=f></label><p id=f></p><button>Send</button></form>")]
    [InlineData("<form><label>E-post <input value=\"ola\" aria-invalid=true aria-errormessage=f></label><p id=f hidden>Skriv en e-postadresse.</p><button>Send</button></form>")]
    [InlineData("<form><label for=e>E-post (må fylles ut)</label><input id=e value=\"ola\" aria-invalid=true required><button>Send</button></form>")]
    public async Task A_filled_field_marked_as_wrong_without_any_text_fails([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Failed, (await ObserveAsync(body, Field)).Outcome);

    [Theory]
    [InlineData("<form><label>E-post <input aria-invalid=true required></label><button>Send</button></form>")]
    [InlineData("<form><label>E-post <input value=ola aria-invalid=true></label><p>Adressen mangler krøllalfa.</p><button>Send</button></form>")]
    [InlineData("<div role=alert>E-post mangler krøllalfa.</div><form><label>E-post <input value=ola aria-invalid=true></label></form>")]
    public async Task A_field_marked_as_wrong_with_a_text_that_may_say_why_is_for_a_person_to_judge([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.CantTell, (await ObserveAsync(body, Field)).Outcome);

    [Theory]
    [InlineData("<form><label>E-post <input value=ola aria-invalid=true aria-describedby=f></label><p id=f>Adressen må ha en krøllalfa.</p></form>", Field)]
    [InlineData("<form><label>E-post <input value=ola aria-invalid=true aria-describedby=f></label><p id=f>Adressen må ha en krøllalfa.</p></form>", Message)]
    [InlineData("<form><label>Alder <input value=0></label><span class=field-error>Ugyldig verdi for alder. Alder må være minst 1.</span></form>", Message)]
    public async Task A_text_that_says_what_is_wrong_passes([StringSyntax("html")] string body, string rule) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync(body, rule)).Outcome);

    [Theory]
    [InlineData("<form><label>Alder <input value=0></label><span class=field-error>Ugyldig verdi for alder</span></form>")]
    [InlineData("<form><label>Alder <input value=0></label><span role=alert>Feil!</span></form>")]
    [InlineData("<form><label>Age <input value=0 aria-invalid=true aria-describedby=f></label><span id=f>Invalid value.</span></form>")]
    [InlineData("<form><div id=error>Please fill the field correctly.</div><label>Age <input></label><label>Name <input></label></form>")]
    [InlineData("<form><label>Alder <input value=0></label><span class=field-error aria-hidden=true>Alder må være minst 1.</span></form>")]
    public async Task A_text_that_says_nothing_or_is_hidden_is_for_a_person_to_judge([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.CantTell, (await ObserveAsync(body, Message)).Outcome);

    [Theory]
    [InlineData("<form><label>E-post <input aria-invalid=false></label></form>")]
    [InlineData("<form><label>E-post <input></label><p class=error hidden>Feil</p></form>")]
    [InlineData("<p role=alert>Feil</p>")]
    public async Task Forms_without_errors_are_not_judged([StringSyntax("html")] string body) =>
        Assert.All(await ObserveAsync(body), r => Assert.Equal(Outcome.Inapplicable, r.Outcome));

    private async Task<RuleObservation> ObserveAsync([StringSyntax("html")] string body, string rule) => (await ObserveAsync(body)).Single(r => r.Rule == rule);

    private async Task<IReadOnlyList<RuleObservation>> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        return await browser.ObserveAsync(site.Url("/"), new ErrorIdentificationCheck());
    }
}
