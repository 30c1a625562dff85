namespace Coxswain.Platform.Tabular;

/// <summary>What can be wrong with a file, a header or a row.</summary>
public enum TableFault
{
    Missing, Unreadable, Empty, OnlyHeader, Spreadsheet, Binary, NotATable,
    MixedEncoding, UncertainEncoding, LinesBeforeHeader, NoHeader, DuplicateHeader, EmptyHeader,
    TooFewFields, TooManyFields, OpenQuote, FieldTooLong, RowTooLong, ControlCharacters, BrokenCard,
}
