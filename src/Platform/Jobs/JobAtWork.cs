namespace Coxswain.Platform.Jobs;

/// <summary>A job in the hands of its handler. Progress is kept here and written down with the next sign of life, so that telling it costs nothing.</summary>
public sealed class JobAtWork(Job job)
{
    private volatile Reached _reached = new(job.Done, job.Total, job.Word);

    public Job Job => job;

    /// <summary>How far it is.</summary>
    internal Reached Now => _reached;

    /// <summary>Says how far it is.</summary>
    /// <param name="done">How much is done.</param>
    /// <param name="total">Of how much; null while that is unknown.</param>
    /// <param name="word">What it is at just now.</param>
    public void Report(long done, long? total, string? word = null) => _reached = new Reached(done, total, word);

    internal sealed record Reached(long Done, long? Total, string? Word);
}
