using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.TableHeaders;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.TableHeaders;

public sealed class TableHeadersCheckTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("<table><thead><tr><th>År<th id=x>Antall</thead><tr><td>2024</table>")]
    [InlineData("<table><tr><th>År<th>Antall<th id=x>Andel<tr><td>2023<td>4<tr><td>2024<td>5</table>")]
    [InlineData("<table><tr><th scope=col>År<th scope=col id=x>Antall<tr><td>2023<tr><td>2024</table>")]
    [InlineData("<table><tr><th id=a>Kommune<th id=x>Fylke<tr><td>Bodø<td headers=a>Bø</table>")]
    [InlineData("<table role=grid><tr><th role=columnheader>År<th role=columnheader id=x>Antall<tr><td>2023<tr><td>2024</table>")]
    [InlineData("<div role=grid><div role=row><div role=columnheader>Rom</div><div role=columnheader id=x>Hvem</div></div><div role=row><div role=gridcell>1A</div></div><div role=row><div role=gridcell>1B</div></div></div>")]
    public async Task A_header_cell_without_any_cell_that_could_be_its_fails([StringSyntax("html")] string body)
    {
        RuleObservation rule = await ObserveAsync(body);

        Assert.Equal(Outcome.Failed, rule.Outcome);
        Assert.Equal("#x", Assert.Single(rule.Elements).Address.Target);
    }

    [Theory]
    [InlineData("<table><tr><th>Dag<th>Åpner<th>Stenger<tr><th>Mandag<td>8<td>16<tr><th>Tirsdag<td>9<td>17</table>")]
    [InlineData("<table><tr><th>Navn<td>Kari<tr><th>Telefon<td>22</table>")]
    [InlineData("<table><tr><th>Prosjekt<th>Eksamen<tr><td colspan=2>15 %</table>")]
    [InlineData("<table><tr><th rowspan=2>År<th colspan=2>Søkere<tr><th>Menn<th>Kvinner<tr><td>2024<td>5<td>6</table>")]
    [InlineData("<table><tr><th id=a>By<th id=b>Tall<tr><td>Bergen<tr><td headers=b>1</table>")]
    [InlineData("<table><tr><th id=a>By<th id=b>Tall<tr><td>Bergen<tr><td aria-labelledby=b>1</table>")]
    [InlineData("<table><tr><th>By<th>Tall<tr><td>Bergen<td headers=borte>1</table>")]
    [InlineData("<table><thead><tr><th>By<th>Tall<tbody><tr><th scope=rowgroup colspan=2>Vest<tr><td>Bergen<td>1<tbody><tr><th scope=rowgroup colspan=2>Øst<tr><td>Oslo<td>2</table>")]
    [InlineData("<table><thead><tr><th>År<th colspan=2>Antall<tr><th><th>Menn<th>Kvinner</thead></table>")]
    [InlineData("<table><tr><td>År<th>Menn<th>Kvinner<tr><td>2023<td>1<td>2</table>")]
    [InlineData("<table><tr><td><th>Menn<th>Kvinner<tr><th>2023<td>1<td>2<tr><th>2024<td>3<td>4</table>")]
    [InlineData("<table><thead><tr><th>År<th>Antall<tbody><tr><td>2023<td>1<tfoot><tr><th>År<th>Antall</table>")]
    [InlineData("<table><tr><td><th scope=colgroup colspan=2>2024<tr><th>By<td>1<td>2</table>")]
    [InlineData("<table><tr><th style=\"display:none\">Id<th>By<th>Tall<tr><td>Bergen<td>1</table>")]
    [InlineData("<table role=grid><tr><th>ma<th>ti<th>on<tr><td><td role=gridcell aria-selected=true>1<td>2<tr><td>3<td>4<td>5</table>")]
    [InlineData("<div role=table><div role=rowgroup><div role=row><span role=columnheader>Måned</span><span role=columnheader>Grader</span></div></div><div role=rowgroup><div role=row><span role=rowheader>Juli</span><span role=cell>40</span></div></div></div>")]
    [InlineData("<div role=grid><table role=presentation><tr role=row><th role=columnheader>By<th role=columnheader>Tall</table><table role=presentation><tr role=row><td role=gridcell>Bergen<td role=gridcell>1</table></div>")]
    public async Task Header_cells_with_cells_pass([StringSyntax("html")] string body)
    {
        RuleObservation rule = await ObserveAsync(body);

        Assert.Equal(Outcome.Passed, rule.Outcome);
        Assert.Empty(rule.Elements);
    }

    [Theory]
    [InlineData("<table><tr><th>A<td>1<tr><td>2<th>Under</table>")]
    [InlineData("<table><tr><th scope=col>Sum<td>1<td>2</table>")]
    [InlineData("<table><tr><td>Bergen<td>1<tr><th>Sum<th>1</table>")]
    [InlineData("<table><tr><th>A<th>B<tr><th>C<th>D</table>")]
    [InlineData("<table><tr><th>År<th><img alt=\"\" width=9 height=9><tr><td>2023<tr><td>2024</table>")]
    [InlineData("<table><tr><th>År<th>Antall<th>Andel<tr><td colspan=2>2023<tr><td>2024</table>")]
    [InlineData("<table><tr><th>Søk<th>Meny<tr><td><form><input></form></table>")]
    [InlineData("<table><tr><th>År<th>Antall<tr><td>Ingen treff</table>")]
    [InlineData("<table><tr><th>År<th>Antall<tr role=listitem><td>2023<tr><td>2024</table>")]
    [InlineData("<div role=grid><div role=row><div role=columnheader aria-colindex=1>Rom</div><div role=columnheader aria-colindex=2>Hvem</div></div><div role=row><div role=gridcell aria-colindex=1>1A</div></div></div>")]
    public async Task A_header_cell_in_doubt_is_for_a_person_to_judge([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.CantTell, (await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData("<table><tr><td>1<td>2</table>")]
    [InlineData("<table><tr><th>Alene</table>")]
    [InlineData("<table><thead><tr><th>År<th>Antall<tbody></table>")]
    [InlineData("<table aria-busy=true><tr><th>År<th>Antall<tr><td>1</table>")]
    [InlineData("<table role=presentation><tr><th>År<th>Antall<tr><td>1</table>")]
    [InlineData("<table role=list><tr><th>År<th>Antall<tr><td>1</table>")]
    [InlineData("<div role=grid><div role=row><div role=rowheader aria-colindex=1>Rom</div><div role=cell aria-colindex=999999999>1</div></div></div>")]
    [InlineData("<table hidden><tr><th>År<th>Antall<tr><td>1</table>")]
    [InlineData("<table><tr><th role=cell>År<th role=cell>Antall<tr><td>1</table>")]
    [InlineData("<table><tr><th style=\"display:none\">År<tr><td>1</table>")]
    [InlineData("<table><tr><th aria-hidden=true>År<th aria-hidden=true>Antall<tr><td>1</table>")]
    [InlineData("<div role=grid aria-colcount=9><div role=row><div role=columnheader>Rom</div><div role=columnheader>Hvem</div></div><div role=row><div role=gridcell>1A</div></div></div>")]
    public async Task Layouts_tables_without_data_and_cells_that_are_no_headers_are_not_judged([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync(body)).Outcome);

    [Fact]
    public async Task A_table_in_a_table_is_judged_by_itself()
    {
        RuleObservation rule = await ObserveAsync("<table role=none><tr><th>Meny<td><table><tr><th>År<th id=x>Antall<tr><td>2023<tr><td>2024</table></table>");

        Assert.Equal("#x", Assert.Single(rule.Elements).Address.Target);
        Assert.Equal(Outcome.Failed, rule.Outcome);
    }

    [Fact]
    public async Task A_table_with_more_slots_than_are_laid_out_is_left_alone()
    {
        string rows = string.Concat(Enumerable.Repeat("<tr><th colspan=1000 rowspan=60000>År<td>1", 30));

        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync($"<table>{rows}</table>")).Outcome);
    }

    private async Task<RuleObservation> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), new TableHeadersCheck()));
    }
}
