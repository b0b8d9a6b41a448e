namespace Cluster.Demo;

/// <summary>What the story claims, and whether it held.</summary>
internal sealed class Checks
{
    private int _failed;
    private int _held;

    public bool AllHold => _failed == 0;

    public void That(bool holds, string claim)
    {
        _ = holds ? _held++ : _failed++;
        Console.WriteLine($"   {(holds ? "ok  " : "FAIL")} {claim}");
    }

    public override string ToString() => AllHold
        ? $"PASS: all {_held} checks hold."
        : $"FAIL: {_failed} of {_held + _failed} checks do not hold.";
}
