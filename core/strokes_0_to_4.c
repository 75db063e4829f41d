/*
 * Zero to four, by hand: how they are taught and written in different parts of
 * the world.
 */
#include "stroke_nodes.h"

static const nn_stroke_template zeros[] = {
    /* closed, from the top */
    {22, NODES(S(48, 1), P(26, 10), P(12, 32), P(10, 60), P(21, 88), P(42, 99),
               P(62, 90), P(75, 64), P(76, 36), P(66, 10), C(47, 2))},
    /* from the upper right, the end overshoots */
    {18, NODES(S(66, 14), P(46, 2), P(23, 16), P(11, 50), P(23, 86), P(45, 98),
               P(68, 82), P(77, 48), P(66, 16), P(50, 4), C(36, 7))},
    /* clockwise from the upper left */
    {12, NODES(S(26, 13), P(49, 1), P(70, 14), P(78, 48), P(68, 84), P(46, 98),
               P(22, 86), P(11, 50), P(17, 24), C(29, 10))},
    /* open at the top */
    {10, NODES(S(40, 4), P(18, 22), P(10, 55), P(22, 88), P(45, 98), P(68, 84),
               P(77, 50), P(70, 20), C(56, 5))},
    /* begins with a curl inside */
    {9, NODES(S(50, 20), P(60, 10), P(48, 1), P(24, 14), P(11, 50), P(22, 86),
              P(44, 98), P(66, 86), P(76, 54), P(70, 22), C(54, 6))},
    /* the end curls inside */
    {12, NODES(S(60, 4), P(36, 4), P(16, 28), P(12, 66), P(30, 95), P(56, 94),
               P(74, 66), P(73, 30), P(56, 8), P(38, 14), C(30, 26))},
    /* slashed through */
    {7, NODES(S(48, 3), P(24, 14), P(12, 50), P(23, 86), P(44, 98), P(66, 86),
              P(76, 50), P(66, 14), C(47, 3), S(82, 2), C(8, 97))},
    /* slashed inside */
    {8, NODES(S(48, 2), P(24, 12), P(11, 50), P(23, 88), P(44, 98), P(66, 88),
              P(77, 50), P(66, 12), C(47, 2), S(66, 20), C(22, 80))},
    /* slashed the other way */
    {1, NODES(S(48, 2), P(24, 12), P(11, 50), P(23, 88), P(44, 98), P(66, 88),
              P(77, 50), P(66, 12), C(47, 2), S(20, 16), C(70, 86))},
    /* a circle */
    {14, NODES(S(50, 0), P(20, 12), P(2, 48), P(20, 88), P(50, 99), P(82, 86),
               P(98, 50), P(80, 12), C(48, 1))},
    /* a circle, the end overshoots */
    {8, NODES(S(64, 10), P(36, 2), P(8, 24), P(2, 58), P(24, 94), P(62, 96),
              P(92, 66), P(88, 26), P(60, 2), C(34, 9))},
    /* begins like a 6 */
    {6, NODES(S(40, 0), P(20, 24), P(10, 56), P(22, 90), P(48, 98), P(74, 78),
              P(74, 40), P(56, 16), C(28, 18))},
    /* begins far to the right */
    {7, NODES(S(72, 0), P(40, 5), P(16, 30), P(12, 66), P(32, 96), P(60, 92),
              P(78, 60), P(72, 24), C(44, 5))},
    /* slashed without lifting the pen */
    {2, NODES(S(50, 3), P(24, 12), P(11, 50), P(23, 88), P(44, 98), P(66, 88),
              P(77, 50), P(66, 12), P(48, 2), C(72, 8), C(16, 90))},
    /* narrow, slashed beyond the ring */
    {3, NODES(S(48, 2), P(32, 16), P(27, 50), P(32, 84), P(46, 98), P(60, 84),
              P(65, 50), P(60, 16), C(47, 2), S(84, -10), C(10, 110))},
    /* narrow, slashed steeply beyond the ring */
    {3, NODES(S(48, 2), P(33, 16), P(28, 50), P(33, 84), P(46, 98), P(60, 84),
              P(65, 50), P(60, 16), C(47, 2), S(66, -12), C(26, 112))},
    /* narrow, slashed inside */
    {2, NODES(S(48, 2), P(30, 16), P(25, 50), P(31, 84), P(46, 98), P(61, 84),
              P(67, 50), P(61, 16), C(47, 2), S(59, 14), C(33, 86))},
    /* slashed steeply */
    {3, NODES(S(48, 2), P(24, 13), P(12, 50), P(23, 87), P(44, 98), P(66, 87),
              P(76, 50), P(66, 13), C(47, 2), S(60, -5), C(29, 105))},
    /* a circle, slashed beyond it */
    {1, NODES(S(50, 0), P(20, 12), P(2, 48), P(20, 88), P(50, 99), P(82, 86),
              P(98, 50), P(80, 12), C(48, 1), S(92, -6), C(8, 106))},
    /* narrow, slashed without lifting the pen */
    {2, NODES(S(50, 4), P(32, 14), P(26, 50), P(32, 86), P(46, 98), P(60, 86),
              P(66, 50), P(58, 12), C(78, -8), C(14, 108))},
    /* from the bottom */
    {4, NODES(S(44, 98), P(20, 84), P(10, 50), P(22, 12), P(46, 1), P(68, 14),
              P(77, 50), P(66, 86), C(40, 97))},
    /* the end leaves to the upper right */
    {2, NODES(S(54, 6), P(30, 4), P(12, 34), P(14, 74), P(38, 98), P(64, 86),
              P(74, 54), P(62, 20), P(54, 8), C(84, -4))},
};

static const nn_stroke_template ones[] = {
    /* a bare stroke */
    {52, NODES(S(50, 0), P(50, 50), C(50, 100))},
    /* with a short flag */
    {13, NODES(S(32, 18), C(50, 0), P(50, 50), C(50, 100))},
    /* with a flag that bends */
    {6, NODES(S(28, 22), P(42, 14), C(52, 0), P(51, 50), C(50, 100))},
    /* with a long flag */
    {8, NODES(S(16, 38), C(52, 0), P(52, 50), C(52, 100))},
    /* with a very long flag */
    {3, NODES(S(6, 58), P(34, 30), C(56, 0), P(55, 50), C(54, 100))},
    /* with flag and foot */
    {8, NODES(S(30, 18), C(50, 0), P(50, 50), C(50, 99), S(24, 99), C(76, 99))},
    /* a foot, and hardly a flag */
    {4, NODES(S(42, 8), C(50, 0), P(50, 50), C(50, 98), S(28, 98), C(72, 98))},
    /* serifs at both ends */
    {1, NODES(S(50, 2), C(50, 98), S(30, 2), C(70, 2), S(28, 98), C(72, 98))},
    /* the end bends away */
    {5, NODES(S(48, 0), P(47, 40), P(48, 80), P(56, 97), C(66, 94))},
    /* flag and foot in one stroke */
    {2, NODES(S(32, 20), C(50, 0), P(48, 50), C(46, 96), C(30, 98), P(50, 97),
              C(74, 96))},
    /* its flag bent over like a hook */
    {5, NODES(S(30, 24), P(36, 8), P(48, 1), P(55, 10), P(54, 50), C(52, 100))},
    /* a flat flag */
    {2, NODES(S(22, 16), P(36, 8), C(54, 0), P(53, 50), C(52, 100))},
    /* a flag, and a foot to the right alone */
    {3, NODES(S(30, 20), C(50, 0), P(50, 50), C(49, 98), C(82, 97))},
    /* a flag and a wide foot */
    {5,
     NODES(S(26, 24), C(50, 0), P(50, 50), C(50, 99), S(10, 100), C(92, 98))},
    /* a long flag and a foot */
    {4,
     NODES(S(14, 36), C(50, 0), P(50, 50), C(50, 99), S(18, 100), C(84, 99))},
    /* a flag, and a looped foot */
    {3, NODES(S(28, 22), C(52, 0), P(50, 50), P(46, 90), P(34, 98), P(46, 94),
              C(84, 96))},
    /* a foot alone */
    {2, NODES(S(50, 0), P(50, 50), C(49, 98), S(16, 99), C(86, 98))},
    /* a hook at each end */
    {3, NODES(S(28, 14), P(40, 2), P(50, 12), P(50, 50), P(51, 86), P(60, 98),
              C(72, 90))},
    /* the end bends to the left */
    {2, NODES(S(54, 0), P(54, 50), P(50, 86), P(40, 98), C(28, 94))},
    /* a slanted foot */
    {2,
     NODES(S(32, 18), C(50, 0), P(49, 50), C(47, 98), S(22, 104), C(78, 90))},
    /* the flag last */
    {2, NODES(S(52, 0), P(51, 50), C(50, 100), S(50, 2), C(24, 26))},
};

static const nn_stroke_template twos[] = {
    /* with a corner below */
    {16, NODES(S(14, 24), P(26, 7), P(47, 1), P(67, 10), P(70, 30), P(57, 54),
               P(34, 78), C(10, 98), P(45, 97), C(80, 96))},
    /* a corner, and a wave for a base */
    {8, NODES(S(13, 22), P(30, 4), P(54, 4), P(67, 20), P(60, 46), P(38, 72),
              C(8, 96), P(26, 88), P(50, 95), C(82, 91))},
    /* with a loop */
    {13, NODES(S(14, 22), P(28, 5), P(50, 2), P(66, 16), P(64, 40), P(48, 68),
               P(26, 92), P(9, 95), P(6, 84), P(18, 76), P(40, 86), P(60, 96),
               C(84, 90))},
    /* with a large loop */
    {8, NODES(S(20, 14), P(40, 2), P(60, 12), P(62, 36), P(46, 66), P(24, 90),
              P(6, 92), P(2, 76), P(16, 64), P(36, 76), P(58, 92), C(86, 84))},
    /* with a flat loop */
    {6, NODES(S(12, 26), P(24, 7), P(46, 1), P(64, 12), P(64, 34), P(46, 66),
              P(22, 94), P(8, 94), P(20, 86), P(44, 92), C(80, 98))},
    /* like a Z */
    {7, NODES(S(10, 10), P(30, 4), C(68, 6), P(42, 48), C(10, 96), P(40, 95),
              C(78, 96))},
    /* round below, without a corner */
    {7, NODES(S(18, 20), P(34, 3), P(56, 6), P(66, 24), P(54, 52), P(30, 78),
              P(20, 92), P(32, 98), P(52, 96), C(76, 92))},
    /* begins with a curl */
    {5, NODES(S(26, 30), P(14, 26), P(16, 10), P(36, 1), P(60, 8), P(66, 30),
              P(50, 60), C(12, 97), P(44, 94), C(78, 97))},
    /* a swan, its neck straight */
    {5, NODES(S(22, 26), P(30, 8), P(50, 2), P(64, 16), P(58, 40), P(40, 70),
              C(22, 97), P(48, 95), C(76, 93))},
    /* the loop fills the lower half */
    {13, NODES(S(18, 14), P(42, 1), P(64, 16), P(60, 46), P(46, 76), P(26, 96),
               P(7, 95), P(3, 78), P(20, 60), P(42, 66), P(60, 80), C(84, 86))},
    /* the loop fills the lower half, the tail rises */
    {10, NODES(S(26, 10), P(50, 1), P(66, 20), P(58, 56), P(38, 90), P(14, 97),
               P(5, 80), P(20, 60), P(46, 64), P(66, 76), C(92, 72))},
    /* a low base, hardly a head */
    {4, NODES(S(24, 14), P(40, 2), P(58, 12), P(56, 44), C(34, 94), P(60, 92),
              C(92, 84))},
    /* a pointed loop */
    {5, NODES(S(10, 20), P(34, 2), P(58, 8), P(60, 30), P(40, 66), C(4, 92),
              C(20, 74), P(44, 78), P(60, 92), C(84, 96))},
    /* the loop fills the lower half, the tail falls */
    {9, NODES(S(14, 24), P(26, 6), P(48, 1), P(66, 14), P(66, 38), P(54, 66),
              P(34, 92), P(14, 97), P(6, 84), P(16, 70), P(36, 72), P(56, 86),
              C(86, 92))},
    /* wide, with a loop */
    {9, NODES(S(6, 22), P(30, 2), P(62, 6), P(76, 30), P(62, 64), P(34, 92),
              P(8, 94), P(4, 78), P(24, 68), P(54, 80), C(98, 92))},
    /* upright, a large loop and no tail */
    {7, NODES(S(30, 6), P(52, 0), P(66, 20), P(62, 56), P(46, 90), P(22, 98),
              P(10, 82), P(22, 62), P(46, 62), P(60, 76), C(66, 92))},
};

static const nn_stroke_template threes[] = {
    /* round */
    {20, NODES(S(15, 15), P(33, 1), P(57, 6), P(66, 23), P(54, 40), C(32, 47),
               P(59, 53), P(73, 72), P(62, 92), P(36, 99), C(10, 88))},
    /* round, the waist hardly drawn in */
    {10, NODES(S(18, 10), P(40, 1), P(62, 10), P(63, 30), C(46, 46), P(66, 56),
               P(70, 76), P(54, 94), P(30, 99), C(8, 92))},
    /* a loop at the waist */
    {12, NODES(S(16, 12), P(38, 1), P(62, 10), P(62, 30), P(46, 46), P(32, 50),
               P(32, 43), P(46, 45), P(66, 56), P(72, 76), P(54, 95), P(28, 98),
               C(10, 88))},
    /* flat-topped */
    {8, NODES(S(16, 4), C(66, 4), P(50, 24), C(34, 42), P(60, 48), P(72, 70),
              P(58, 93), P(32, 98), C(10, 86))},
    /* flat-topped, with a serif */
    {3, NODES(S(16, 16), C(17, 4), C(66, 3), P(50, 24), C(36, 42), P(60, 48),
              P(71, 70), P(58, 93), P(32, 98), C(10, 86))},
    /* angular above */
    {10, NODES(S(10, 12), P(40, 2), C(66, 8), P(50, 28), C(28, 46), P(58, 50),
               P(70, 68), P(56, 92), P(30, 99), C(6, 92))},
    /* smooth waist */
    {8, NODES(S(14, 16), P(32, 2), P(58, 5), P(64, 26), P(48, 44), P(38, 48),
              P(54, 52), P(72, 68), P(66, 90), P(38, 99), C(12, 90))},
    /* a long tail */
    {5, NODES(S(20, 8), P(42, 1), P(62, 10), P(58, 32), C(36, 44), P(62, 52),
              P(68, 70), P(48, 92), P(22, 100), C(-4, 96))},
    /* curls at both ends */
    {5,
     NODES(S(24, 20), P(14, 14), P(34, 1), P(58, 8), P(62, 28), C(36, 46),
           P(62, 54), P(72, 74), P(54, 97), P(24, 98), P(10, 86), C(20, 80))},
    /* the waist drawn far in */
    {10, NODES(S(12, 14), P(36, 2), P(62, 8), P(56, 28), C(16, 48), P(50, 44),
               P(70, 60), P(62, 88), P(34, 99), C(6, 94))},
    /* a small head */
    {5, NODES(S(26, 8), P(44, 1), P(58, 12), P(52, 26), C(36, 36), P(60, 42),
              P(74, 66), P(60, 92), P(30, 99), C(4, 88))},
    /* a small belly */
    {4, NODES(S(8, 16), P(30, 1), P(58, 6), P(68, 28), P(56, 50), C(38, 60),
              P(58, 64), P(62, 80), P(48, 96), C(18, 98))},
    /* a loop far in at the waist */
    {8, NODES(S(10, 16), P(34, 1), P(62, 8), P(58, 30), P(34, 46), P(22, 50),
              P(26, 43), P(50, 46), P(70, 62), P(64, 88), P(36, 99), C(4, 92))},
    /* wide */
    {6, NODES(S(4, 14), P(34, 0), P(70, 10), P(64, 32), C(28, 46), P(62, 50),
              P(80, 70), P(64, 94), P(30, 100), C(-6, 90))},
    /* a large loop at the waist */
    {5, NODES(S(14, 12), P(40, 0), P(64, 12), P(58, 34), P(36, 52), P(18, 50),
              P(22, 38), P(42, 42), P(66, 56), P(70, 80), P(48, 98), C(6, 90))},
    /* a loop at the lower end */
    {5, NODES(S(14, 14), P(38, 1), P(62, 10), P(58, 34), C(34, 46), P(62, 54),
              P(72, 74), P(56, 97), P(22, 98), P(8, 84), P(24, 74), C(50, 84))},
    /* a loop at the upper end */
    {3, NODES(S(36, 22), P(20, 26), P(12, 14), P(30, 1), P(58, 4), P(64, 26),
              C(38, 46), P(62, 54), P(72, 76), P(52, 97), C(8, 90))},
    /* three loops */
    {3, NODES(S(32, 22), P(16, 22), P(16, 6), P(44, 0), P(64, 16), P(48, 44),
              P(30, 50), P(30, 40), P(50, 46), P(70, 64), P(62, 92), P(30, 99),
              P(12, 86), P(24, 76), C(44, 86))},
    /* begins low */
    {3, NODES(S(6, 32), P(14, 8), P(40, 0), P(64, 12), P(58, 34), C(32, 46),
              P(60, 54), P(70, 76), P(50, 98), P(20, 96), C(4, 78))},
};

static const nn_stroke_template fours[] = {
    /* open, angular */
    {24, NODES(S(20, 4), P(14, 30), C(10, 56), P(40, 57), C(78, 54), S(62, 8),
               P(58, 52), C(54, 100))},
    /* open, round below */
    {10, NODES(S(16, 2), P(10, 34), P(22, 54), P(44, 50), C(66, 40), S(68, 2),
               P(62, 50), C(56, 100))},
    /* open, low bar, its stem long above and below */
    {11, NODES(S(26, 12), P(14, 38), C(6, 62), P(40, 62), C(84, 60), S(58, 0),
               P(56, 50), C(54, 100))},
    /* open, in one stroke */
    {2, NODES(S(14, 4), P(10, 32), P(20, 50), P(44, 46), C(64, 6), P(58, 52),
              C(52, 100))},
    /* triangular, the stem from the top */
    {9, NODES(S(56, 0), P(32, 34), C(6, 66), P(44, 66), C(84, 66), S(57, 1),
              P(57, 50), C(57, 100))},
    /* triangular, the stem crosses the bar */
    {7, NODES(S(44, 0), P(24, 36), C(4, 68), P(40, 68), C(82, 67), S(58, 38),
              P(57, 70), C(56, 100))},
    /* triangular, in one stroke from the foot */
    {4, NODES(S(56, 100), P(57, 50), C(58, 2), P(30, 36), C(6, 68), P(40, 67),
              C(82, 66))},
    /* triangular, in one stroke from the bar */
    {4, NODES(S(80, 60), P(44, 62), C(8, 60), P(34, 32), C(62, 2), P(58, 50),
              C(54, 100))},
    /* closed at the top, pointed */
    {4, NODES(S(62, 0), P(34, 26), C(8, 56), P(30, 60), P(56, 58), C(84, 54),
              S(63, 0), P(60, 50), C(54, 100))},
    /* high, with a long stem below */
    {8, NODES(S(14, 2), P(10, 20), C(10, 38), P(36, 40), C(72, 34), S(66, 0),
              P(60, 50), C(52, 100))},
    /* open, wide */
    {9, NODES(S(10, 4), P(6, 34), C(8, 58), P(40, 58), C(80, 50), S(74, 0),
              P(68, 50), C(62, 100))},
    /* open, wide and high */
    {8, NODES(S(6, 6), P(6, 28), C(12, 44), P(44, 42), C(78, 34), S(74, 2),
              P(66, 50), C(58, 100))},
    /* open, round below, its bar ends at the stem */
    {4, NODES(S(16, 0), P(8, 28), P(20, 46), P(44, 42), C(70, 26), S(74, 0),
              P(66, 50), C(58, 100))},
    /* open, the pen not lifted before the stem */
    {4, NODES(S(18, 4), P(12, 30), C(10, 56), P(40, 57), C(76, 52), C(64, 4),
              P(58, 52), C(54, 100))},
    /* a small triangle, a long stem below */
    {3, NODES(S(54, 0), P(32, 28), C(8, 56), P(44, 57), C(80, 55), S(60, 26),
              P(58, 60), C(56, 100))},
    /* open, square, its bar ends at the stem */
    {6, NODES(S(16, 0), P(12, 30), C(10, 52), C(66, 50), S(70, 4), P(64, 50),
              C(58, 100))},
    /* open, leaning, the stem short above */
    {4, NODES(S(26, 0), C(6, 52), P(40, 54), C(82, 50), S(66, 18), P(58, 60),
              C(50, 100))},
    /* its parts apart */
    {4, NODES(S(8, 6), P(4, 30), C(4, 54), P(28, 56), C(54, 54), S(82, 2),
              P(78, 50), C(74, 100))},
    /* its parts apart, round below */
    {3, NODES(S(12, 2), P(4, 34), P(12, 54), P(32, 54), C(52, 42), S(80, 4),
              P(76, 50), C(72, 100))},
    /* its parts apart, the stem below the bar */
    {2, NODES(S(18, 0), P(12, 24), C(8, 46), P(36, 48), C(72, 44), S(58, 56),
              C(52, 104))},
    /* triangular, the stem apart */
    {2, NODES(S(46, 0), P(24, 30), C(0, 62), P(30, 64), C(58, 62), S(74, 26),
              P(73, 60), C(72, 100))},
    /* its parts apart, the stem high */
    {2, NODES(S(10, 8), P(6, 30), C(6, 54), P(30, 56), C(60, 54), S(84, -10),
              P(80, 34), C(76, 86))},
    /* in three strokes */
    {3, NODES(S(16, 2), C(8, 54), S(6, 56), C(78, 54), S(62, 14), C(58, 100))},
};

const nn_digit_templates nn_digit_templates_0_to_4[5] = {
    TEMPLATES(zeros), TEMPLATES(ones), TEMPLATES(twos), TEMPLATES(threes),
    TEMPLATES(fours)};
