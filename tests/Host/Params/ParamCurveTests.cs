using FaceFusion.Host.Parameters;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Host.Tests.Params;

public sealed class ParamCurveTests
{
    [Fact]
    public void Keys_stay_in_order_and_one_a_time() => Prop.ForAll<int[]>(times =>
    {
        var curve = new ParamCurve(ParamValue.OfReals(0));
        foreach (int time in times)
            curve.SetKey(time, ParamValue.OfReals(time * 2.0));

        return curve.Keys.Select(key => key.Time).SequenceEqual(times.Distinct().Order().Select(time => (double)time))
            && times.All(time => curve.At(time).Numbers[0] == time * 2.0);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Between_keys_a_real_lies_between_their_values() => Prop.ForAll<int, PositiveInt, (int From, int To)>((start, length, values) =>
    {
        (int from, int to) = values;
        var curve = new ParamCurve(ParamValue.OfReals(0));
        double end = (double)start + length.Get;
        curve.SetKey(start, ParamValue.OfReals(from));
        curve.SetKey(end, ParamValue.OfReals(to));
        double middle = curve.At((start + end) / 2).Numbers[0];
        return Math.Abs(middle - (((double)from + to) / 2)) <= 1e-9 * (1 + Math.Abs((double)from) + Math.Abs((double)to))
            && curve.At(start - 5.0).Numbers[0] == from
            && curve.At(end + 5.0).Numbers[0] == to;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_integral_is_the_sum_of_its_parts() => Prop.ForAll<int, int, int>((a, b, c) =>
    {
        var curve = new ParamCurve(ParamValue.OfReals(3));
        curve.SetKey(-4, ParamValue.OfReals(1));
        curve.SetKey(0, ParamValue.OfReals(-2));
        curve.SetKey(9, ParamValue.OfReals(5));
        double whole = curve.Integral(a, c, 1)[0], parts = curve.Integral(a, b, 1)[0] + curve.Integral(b, c, 1)[0];
        return Math.Abs(whole - parts) < 1e-6 * (1 + Math.Abs((double)a) + Math.Abs((double)b) + Math.Abs((double)c));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Integers_and_texts_hold_the_key_before()
    {
        var whole = new ParamCurve(ParamValue.OfIntegers(0));
        whole.SetKey(0, ParamValue.OfIntegers(1));
        whole.SetKey(10, ParamValue.OfIntegers(5));
        Assert.Equal(1, whole.At(9.9).Numbers[0]);
        Assert.Equal(5, whole.At(10).Numbers[0]);

        var text = new ParamCurve(ParamValue.OfText("none"));
        Assert.Equal("none", text.At(4).Text);
        text.SetKey(5, ParamValue.OfText("five"));
        Assert.Equal("five", text.At(4).Text);
    }

    [Fact]
    public void The_last_keys_value_remains_when_keys_go()
    {
        var curve = new ParamCurve(ParamValue.OfReals(0));
        curve.SetKey(1, ParamValue.OfReals(10));
        curve.SetKey(3, ParamValue.OfReals(30));
        Assert.False(curve.DeleteKey(2));
        Assert.True(curve.DeleteKey(1));
        Assert.True(curve.DeleteKey(3));
        Assert.False(curve.IsAnimated);
        Assert.Equal(30, curve.At(0).Numbers[0]);

        curve.SetKey(1, ParamValue.OfReals(10));
        curve.SetKey(3, ParamValue.OfReals(30));
        curve.DeleteAllKeys(2);
        Assert.Equal(20, curve.At(100).Numbers[0]);
    }

    [Fact]
    public void A_copy_takes_the_keys_of_the_range_and_moves_them()
    {
        var from = new ParamCurve(ParamValue.OfReals(0));
        for (int time = 0; time < 5; time++)
            from.SetKey(time, ParamValue.OfReals(time));
        var to = new ParamCurve(ParamValue.OfReals(7));
        to.SetKey(50, ParamValue.OfReals(7));

        to.CopyFrom(from, 10, 1, 3);

        Assert.Equal([11, 12, 13], to.Keys.Select(key => key.Time));
        Assert.Equal(2, to.At(12).Numbers[0]);
    }

    [Fact]
    public void The_derivative_is_the_slope_between_keys_and_0_outside()
    {
        var curve = new ParamCurve(ParamValue.OfReals(1, 1));
        curve.SetKey(0, ParamValue.OfReals(0, 4));
        curve.SetKey(4, ParamValue.OfReals(8, 0));
        Assert.Equal([2, -1], curve.Derivative(1, 2));
        Assert.Equal([0, 0], curve.Derivative(-1, 2));
        Assert.Equal([0, 0], curve.Derivative(5, 2));
    }
}
