/*
 * Ink: pen strokes → a 28×28 image, scaled and centred as MNIST's digits are,
 * so that the result does not depend on the size, the position, the speed or
 * the pen of the drawing.
 *
 *   1. The strokes are scaled so that their bounding box, pen included, is 20
 *      pixels on its longer side.
 *   2. They are drawn with a round pen: a pixel is the fraction of it that the
 *      pen covers, the mean of four cells, each clamp(½ + pen/2 − d, 0, 1) at
 *      distance d from the nearest stroke, in units of a cell.
 *   3. The image is moved, by fractions of a pixel, so that its centre of mass
 *      is the centre of pixel (14, 14), counted from 0; less far where the ink
 *      would leave the image.
 */
#ifndef NN_INK_H
#define NN_INK_H

#define NN_INK_SIDE 28
#define NN_INK_PIXELS (NN_INK_SIDE * NN_INK_SIDE)

/* Diameter of nn_ink's pen, in pixels. */
#define NN_INK_PEN 2.3f

/*
 * The image of a drawing.
 *
 *   pixels (28, 28) overwritten, row by row from the top, 0 paper … 1 ink
 *   points (n, 2)   x right, y down, any scale and position; n is the sum of
 *                   the positive stroke_lengths, all strokes one after another
 *   stroke_lengths (strokes) points in each stroke; 0 or less is an empty one
 *
 * A point that is not finite is left out, and its stroke goes on from the point
 * before. Points that all coincide make one round dot of the pen's size.
 * Without any point all pixels are zero. Nothing is allocated.
 */
void nn_ink(float *pixels, const float *points, const int *stroke_lengths,
            int strokes);

typedef struct {
  float diameter;           /* pixels, more than 0, under 20 */
  float offset_x, offset_y; /* of the centre of mass from pixel (14, 14) */
} nn_ink_pen;

/* The same with another pen. */
void nn_ink_with_pen(float *pixels, const float *points,
                     const int *stroke_lengths, int strokes,
                     const nn_ink_pen *pen);

#endif
