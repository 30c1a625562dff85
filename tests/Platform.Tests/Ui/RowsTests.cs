using System.Text.RegularExpressions;
using Coxswain.Platform.Ui;

namespace Coxswain.Platform.Tests.Ui;

public sealed class RowsTests
{
    private sealed record Deal(string Name, string Amount);

    private static readonly IReadOnlyList<Column<Deal>> Columns = [new("Deal", d => d.Name) { SortHref = "?sort=name", Sorted = Sorted.Down }, new("Amount", d => d.Amount) { Align = Align.Number }];

    [Fact]
    public async Task A_row_is_one_link_carried_by_its_first_cell()
    {
        var html = await Table([new("Yard planning", "184")]);
        Assert.Contains("<a class=\"row-link\" href=\"/deals/Yard planning\" data-item>Yard planning</a>", html);
        Assert.Contains("<th scope=\"row\"", html);
    }

    [Fact]
    public async Task Figures_are_aligned_and_named_for_the_phone()
    {
        Assert.Matches("<td class=\"num\\s*\" data-label=\"Amount\">184</td>", await Table([new("Yard planning", "184")]));
    }

    [Fact]
    public async Task The_sorted_column_says_which_way()
    {
        var html = await Table([new("Yard planning", "184")]);
        Assert.Contains("aria-sort=\"descending\"", html);
        Assert.Contains("href=\"?sort=name\"", html);
    }

    [Fact]
    public async Task No_rows_say_what_the_next_step_is()
    {
        var html = await Table([]);
        Assert.Contains("Add the first deal", html);
        Assert.DoesNotContain("<table", html);
    }

    [Theory]
    [InlineData(1, "one row"), InlineData(999, "999 rows"), InlineData(1000, "1,000+"), InlineData(1001, "1,000+")]
    public async Task A_count_above_the_cap_is_not_pretended_to_be_known(long count, string said)
    {
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("en-GB");
        Assert.Contains($"<span>{said}</span>", System.Net.WebUtility.HtmlDecode(await Drawn.Of<PagingBar>(("Count", count))));
    }

    [Fact]
    public async Task A_cards_move_leads_without_script_to_the_record_and_one_form_moves_them_all()
    {
        var card = await Drawn.Of<BoardCard>(("Id", "4"), ("Title", "Yard planning"), ("Href", "/deals/4"), ("MayMove", true), ("Version", 3));
        Assert.Matches("<a class=\"move\" href=\"/deals/4\"[^>]*aria-label=\"Move Yard planning\"", card);
        Assert.Contains("data-version=\"3\"", card);
        var board = await Drawn.Of<Board<string>>(("Label", "Deals"), ("MoveAction", "/deals/moves"), ("Columns", (IReadOnlyList<BoardColumn<string>>)[new("discover", "Discover", "2", ["a", "b"]), new("propose", "Propose", "0", [])]), ("Card", (Microsoft.AspNetCore.Components.RenderFragment<string>)(name => builder => builder.AddContent(0, name))));
        Assert.Single(Regex.Matches(board, "<form method=\"post\"|<form id=\"board-move\" method=\"post\" action=\"/deals/moves\""));
        Assert.Contains("<option value=\"propose\">", board);
    }

    [Theory]
    [InlineData("Rana Khoury", "RK"), InlineData("Petra von der Brandt", "PB"), InlineData("Şule", "Ş"), InlineData("", "?"), InlineData(null, "?"), InlineData("山田 太郎", "山太"), InlineData("(Dr.) Okan Yıldız", "OY")]
    public void Initials_are_of_the_first_and_last_word(string? name, string letters) => Assert.Equal(letters, Initials.Of(name));

    [Fact]
    public async Task What_was_said_is_never_markup()
    {
        var html = await Drawn.Of<Timeline>(("Items", (IReadOnlyList<TimelineItem>)[new("Mon", "<script>alert(1)</script>") { Said = "<img src=x>" }]));
        Assert.DoesNotMatch("<(script|img)", html);
        Assert.Single(Regex.Matches(html, "&lt;script&gt;"));
    }

    private static Task<string> Table(IReadOnlyList<Deal> rows) =>
        Drawn.Of<Table<Deal>>(("Rows", rows), ("Columns", Columns), ("RowHref", (Func<Deal, string?>)(d => "/deals/" + d.Name)), ("Empty", Drawn.Words("Add the first deal")));
}
