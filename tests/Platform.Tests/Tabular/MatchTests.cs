using Coxswain.Platform.Tabular;

namespace Coxswain.Platform.Tests.Tabular;

public sealed class MatchTests
{
    private static readonly TargetField[] Fields =
    [
        new("name", "Name", ["opportunity name", "deal"], [ColumnType.Text]), new("account", "Account", ["company", "customer", "account name"], [ColumnType.Text]),
        new("owner", "Owner", ["sales agent", "sales rep", "assigned to"], [ColumnType.Text]), new("amount", "Amount", ["value", "close value", "revenue", "Betrag"], [ColumnType.Money]),
        new("closed", "Close date", ["closed on", "closing date"], [ColumnType.Date]), new("opened", "Created", ["engage date", "create date", "open date"], [ColumnType.Date]),
        new("stage", "Stage", ["deal stage", "status"], [ColumnType.Choice]), new("email", "E-mail", ["mail", "e-mail address"], [ColumnType.Email]), new("product", "Product", [], [ColumnType.Text]),
    ];

    [Fact]
    public void The_exported_pipeline_finds_its_fields()
    {
        var guess = TableGuess.Of(TableFile.Open(Path.Combine(Written.SharedData("maven_crm"), "sales_pipeline.csv")).Table!);
        var found = HeaderMatch.Assign(guess.Columns, Fields).ToDictionary(m => m.Column.Header, m => m.Field.Key);
        Assert.Equal("owner account stage opened closed amount product", string.Join(" ", new[] { "sales_agent", "account", "deal_stage", "engage_date", "close_date", "close_value", "product" }.Select(h => found[h])));
        Assert.False(found.ContainsKey("opportunity_id"));
    }

    [Theory]
    [InlineData("closeDate"), InlineData("CLOSE_DATE"), InlineData("Close-Date"), InlineData(" Clôse Date "), InlineData("CloseDate__c"), InlineData("Closing date")]
    public void The_way_a_header_is_written_does_not_matter(string header)
    {
        var match = Assert.Single(HeaderMatch.Assign([Column(header, ColumnType.Date)], Fields));
        Assert.Equal("closed", match.Field.Key);
        Assert.True(match.Score > 0.9);
    }

    [Fact]
    public void Values_of_another_type_take_a_field_out()
    {
        Assert.Empty(HeaderMatch.Assign([Column("Close date", ColumnType.Email)], [Fields[4]]));
        Assert.Equal("email", Assert.Single(HeaderMatch.Assign([Column("Reach me at", ColumnType.Email)], Fields)).Field.Key);
    }

    [Fact]
    public void Each_field_gets_one_column_so_that_the_whole_fits_best()
    {
        var found = HeaderMatch.Assign([Column("Account name", ColumnType.Text), Column("Name", ColumnType.Text, 1), Column("Owner name", ColumnType.Text, 2)], Fields);
        Assert.Equal(["account", "name", "owner"], found.Select(m => m.Field.Key));
    }

    [Theory]
    [InlineData("GTXPro", "GTX Pro"), InlineData("gtx-pro", "GTX Pro"), InlineData("technolgy", "technology"), InlineData("Škoda auto", "Skoda Auto"), InlineData("Philipines", "Philippines"), InlineData("tehcnology", "technology")]
    public void A_misspelt_name_finds_the_existing_one(string written, string existing)
    {
        var proposal = Names.Find(written);
        Assert.Equal(existing, proposal.Name);
        Assert.InRange(proposal.Confidence, 0.8, 0.99);
    }

    [Fact]
    public void The_same_name_wins_over_all_others()
    {
        var names = new NameMatch(["Acme", "ACME", "Acme "]);
        Assert.Equal(("ACME", 1.0, NameLikeness.Same), (names.Find("ACME").Name, names.Find("ACME").Confidence, names.Find("ACME").Likeness));
        Assert.Equal(NameLikeness.Tied, names.Find("acmé").Likeness);
        Assert.Equal("GTX Pro", Names.Find("GTX Pro").Name);
    }

    [Theory]
    [InlineData("Model 3", NameLikeness.None), InlineData("MG", NameLikeness.TooShort), InlineData("Jon", NameLikeness.TooShort), InlineData("Martan", NameLikeness.Tied), InlineData("something else", NameLikeness.None), InlineData("", NameLikeness.TooShort)]
    public void Where_it_could_be_wrong_nothing_is_proposed(string written, NameLikeness why)
    {
        var proposal = Names.Find(written);
        Assert.Null(proposal.Name);
        Assert.Equal(why, proposal.Likeness);
    }

    [Fact]
    public void A_tie_names_its_rivals() => Assert.Equal(["Martin", "Marten"], Names.Find("Martan").Rivals.OrderByDescending(r => r));

    [Fact]
    public void The_exported_products_and_sectors_are_mended_and_nothing_else()
    {
        var folder = Written.SharedData("maven_crm");
        var products = new NameMatch(TableFile.Open(Path.Combine(folder, "products.csv")).Table!.Rows().Select(r => r[0]));
        var written = TableFile.Open(Path.Combine(folder, "sales_pipeline.csv")).Table!.Rows().Select(r => r[2]).Distinct();
        Assert.Equal(["GTXPro>GTX Pro"], written.Select(w => (w, products.Find(w))).Where(p => p.Item2.Likeness != NameLikeness.Same).Select(p => $"{p.w}>{p.Item2.Name}"));
    }

    private static readonly NameMatch Names = new(["GTX Pro", "GTX Basic", "GTX Plus Pro", "technology", "medical", "Skoda Auto", "Philippines", "Model 1", "Model 2", "Martin", "Marten", "MQ", "Jan"]);
    private static ColumnGuess Column(string header, ColumnType type, int index = 0) => new() { Index = index, Header = header, Type = type, Known = 10, Missing = 0 };
}
