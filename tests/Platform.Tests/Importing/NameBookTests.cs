using Coxswain.Platform.Importing;
namespace Coxswain.Platform.Tests.Importing;

/// <summary>Who is meant by a name in a file.</summary>
public sealed class NameBookTests
{
    private const string Few = "stage", Many = "account";
    private static readonly Guid One = Guid.NewGuid(), Other = Guid.NewGuid();

    private static NameBook Asking(bool keepsAll = false)
    {
        var book = new NameBook(keepsAll);
        book.AskFor(Many);
        book.Turn();
        return book;
    }

    [Fact]
    public void What_a_batch_asked_for_is_known_while_it_is_under_way_and_forgotten_after()
    {
        var book = Asking();
        book.Learn(Many, new HashSet<string> { "Nordwind" }, [new KnownName(One, "NORDWIND", "7")]);
        for (var i = 0; i < 4; i++) book.Turn();
        Assert.Equal(One, book.Find(Many, "nordwind"));
        for (var i = 0; i < 8; i++) book.Turn();
        Assert.Null(book.Find(Many, "nordwind"));
        Assert.False(book.HasKey(Many, One));
    }

    [Fact]
    public void A_kind_known_whole_and_all_that_a_dry_run_makes_are_never_forgotten()
    {
        var (book, tried) = (Asking(), Asking(keepsAll: true));
        book.Learn(Few, [new KnownName(One, "Won")]);
        tried.Learn(Many, [new KnownName(One, "Nordwind")]);
        for (var i = 0; i < 20; i++)
        {
            book.Turn();
            tried.Turn();
        }
        Assert.Equal(One, book.Find(Few, "won"));
        Assert.Equal(One, tried.Find(Many, "nordwind"));
    }

    [Fact]
    public void Two_of_one_name_are_told_whether_one_answer_held_both_or_a_later_batch_made_the_second()
    {
        var (book, later) = (Asking(), Asking());
        book.Learn(Many, new HashSet<string> { "Nordwind" }, [new KnownName(One, "Nordwind"), new KnownName(Other, "nordwind")]);
        Assert.True(book.IsTwice(Many, "Nordwind"));
        later.Learn(Many, new HashSet<string> { "Nordwind" }, [new KnownName(One, "Nordwind")]);
        Assert.False(later.IsTwice(Many, "Nordwind"));
        later.Turn();
        later.Learn(Many, [new KnownName(Other, "Nordwind")]);
        Assert.True(later.IsTwice(Many, "Nordwind"));
    }

    // Of its name nothing more is known than that one of those called so has this key.
    [Fact]
    public void Whoever_was_found_by_a_key_is_not_known_by_a_name_that_nobody_asked_for()
    {
        var book = Asking();
        book.Learn(Many, new HashSet<string> { "7" }, [new KnownName(One, "Nordwind", "7")]);
        Assert.Equal(One, book.FindKey(Many, "7"));
        Assert.True(book.HasKey(Many, One));
        Assert.Null(book.Find(Many, "Nordwind"));
    }

    [Fact]
    public void Keys_differ_by_their_capitals_and_names_do_not()
    {
        var book = Asking();
        book.Learn(Many, new HashSet<string> { "001aB", "001Ab" }, [new KnownName(One, "Nordwind", "001aB"), new KnownName(Other, "Südwind", "001Ab")]);
        Assert.Equal((One, Other), (book.FindKey(Many, "001aB"), book.FindKey(Many, "001Ab")));
    }

    [Fact]
    public void Where_a_name_of_one_is_the_key_of_another_a_column_of_keys_means_the_key_and_any_other_the_name()
    {
        var book = new NameBook();
        book.Learn(Few, [new KnownName(One, "100", "7"), new KnownName(Other, "Hundred", "100")]);
        Assert.Equal((One, Other), (book.Find(Few, "100"), book.FindKey(Few, "100")));
    }
}
