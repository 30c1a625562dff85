namespace Coxswain.Platform.Http;

/// <summary>A No from deep inside, where no act could have known: answered like one that the act gave itself. Nothing was saved.</summary>
public abstract class RefusalException(Refusal no) : Exception
{
    public Refusal No => no;

    /// <summary>What is said.</summary>
    public override string Message => string.Join(' ', no.Problems.Messages.Values);
}
