namespace CacheGen.Benchmarks.HitRatio.Policies;

/// <summary>Caffeine's simple climber with its settings: goes on as long as it goes up, turns when it goes down, with ever smaller steps.</summary>
internal sealed class HillClimber(int capacity)
{
    private readonly double _firstStep = Math.Max(capacity * 0.0625, 2);
    private double _step = Math.Max(capacity * 0.0625, 2);
    private bool _isGrowing = capacity <= 512;
    private double _remainder;
    private double _previous;
    private int _hits;
    private int _requests;

    /// <summary>By how many entries the window should grow or shrink now.</summary>
    public int Observe(bool isHit)
    {
        _hits += isHit ? 1 : 0;
        if (++_requests < capacity * 10)
            return 0;
        var ratio = (double)_hits / _requests;
        if (ratio < _previous)
            _isGrowing = !_isGrowing;
        if (Math.Abs(ratio - _previous) >= 0.05)
            _step = _firstStep;
        var wanted = _remainder + (_isGrowing ? _step : -_step);
        _remainder = wanted - (int)wanted;
        _step *= capacity <= 512 ? 0.995 : 0.98;
        (_previous, _hits, _requests) = (ratio, 0, 0);
        return (int)wanted;
    }
}
