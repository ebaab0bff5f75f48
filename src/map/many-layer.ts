/**
 * Draws points by the hundred thousand: one buffer of positions, made once, and the numbers of those that the filters leave. A filter is
 * then a copy of 400 kB at most to the graphics card, in the very next frame, where MapLibre's own layers would cut their tiles anew; what
 * is left out costs nothing, which counts where no card helps: there a third of the points takes a third of the time.
 */
import {MercatorCoordinate, type CustomLayerInterface, type CustomRenderMethodInput, type Map as MapLibre} from 'maplibre-gl';
import {areaTones, type Theme} from '../theme/tokens.ts';
import type {ManyPoints} from './many.ts';

const vertexCode = `#version 300 es
in vec2 at;
in float tone;
uniform mat4 matrix;
uniform float size;
uniform vec3 colours[${areaTones.length}];
out vec3 colour;
void main() {
  colour = colours[int(tone)];
  gl_Position = matrix * vec4(at, 0.0, 1.0);
  gl_PointSize = size;
}`;
const fragmentCode = `#version 300 es
precision highp float;
in vec3 colour;
uniform vec3 edge;
uniform float size;
out vec4 pixel;
void main() {
  float fromEdge = (0.5 - length(gl_PointCoord - 0.5)) * size;
  float alpha = clamp(fromEdge, 0.0, 1.0);
  pixel = vec4(mix(edge, colour, clamp(fromEdge - 0.6, 0.0, 1.0)) * alpha, alpha);
}`;

/** CSS pixels across, by zoom: dots where the marks are 9 px, and their size when one is near. */
const sizeAt = (zoom: number): number => Math.min(13, Math.max(3.2, 3.2 + (zoom - 8) * 1.3));

const rgb = (hex: string): readonly number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);

interface Prepared {
  readonly gl: WebGL2RenderingContext;
  readonly program: WebGLProgram;
  readonly array: WebGLVertexArrayObject;
  readonly uniforms: Readonly<Record<'matrix' | 'size' | 'colours' | 'edge', WebGLUniformLocation | null>>;
}

export class ManyLayer implements CustomLayerInterface {
  readonly id = 'many';
  readonly type = 'custom';
  readonly renderingMode = '2d';
  readonly #many: ManyPoints;
  /** In the middle of the points: from there 32 bits tell centimetres apart, from the corner of the world only metres. */
  readonly #origin: MercatorCoordinate;
  #map: MapLibre | null = null;
  #prepared: Prepared | null = null;
  #shown: Uint8Array;
  /** How many of them have been sent to be drawn; null: they are not sent yet. */
  #sent: number | null = null;
  #theme: Theme;

  constructor(many: ManyPoints, shown: Uint8Array, theme: Theme) {
    this.#many = many;
    this.#shown = shown;
    this.#theme = theme;
    const [lng, lat] = many.places[Math.floor(many.places.length / 2)]?.position ?? [0, 0];
    this.#origin = MercatorCoordinate.fromLngLat([lng, lat]);
  }

  /** What the filters leave, and in which colours. */
  update(shown: Uint8Array, theme: Theme): void {
    if (shown !== this.#shown) this.#sent = null;
    this.#shown = shown;
    this.#theme = theme;
    this.#map?.triggerRepaint();
  }

  onAdd(map: MapLibre, gl: WebGLRenderingContext | WebGL2RenderingContext): void {
    this.#map = map;
    if (gl instanceof WebGL2RenderingContext) this.#prepared = this.#prepare(gl);
  }

  onRemove(): void {
    this.#map = null;
    this.#prepared = null;
  }

  render(_gl: WebGLRenderingContext | WebGL2RenderingContext, {defaultProjectionData}: CustomRenderMethodInput): void {
    if (!this.#prepared || !this.#map) return;
    const {gl, program, array, uniforms} = this.#prepared;
    gl.useProgram(program);
    gl.bindVertexArray(array);
    this.#sent ??= this.#send(gl);
    const sizePx = sizeAt(this.#map.getZoom()) * this.#map.getPixelRatio();
    gl.uniformMatrix4fv(uniforms.matrix, false, this.#fromOrigin([...defaultProjectionData.mainMatrix]));
    gl.uniform1f(uniforms.size, sizePx);
    gl.uniform3fv(
      uniforms.colours,
      areaTones.flatMap((tone) => rgb(this.#theme.areas[tone].mark)),
    );
    gl.uniform3fv(uniforms.edge, [...rgb(this.#theme.surface)]);
    gl.drawElements(gl.POINTS, this.#sent, gl.UNSIGNED_INT, 0);
    gl.bindVertexArray(null);
  }

  /** Says which points are drawn, to the array that is bound; how many they are. */
  #send(gl: WebGL2RenderingContext): number {
    const left = new Uint32Array(this.#shown.length);
    let count = 0;
    for (const [index, isShown] of this.#shown.entries()) if (isShown === 1) left[count++] = index;
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, left.subarray(0, count), gl.DYNAMIC_DRAW);
    return count;
  }

  /** The matrix for positions counted from the origin. */
  #fromOrigin(matrix: readonly number[]): number[] {
    const {x, y} = this.#origin;
    const at = (index: number): number => matrix[index] ?? 0;
    return matrix.map((value, index) => (index < 12 ? value : value + at(index - 12) * x + at(index - 8) * y));
  }

  #prepare(gl: WebGL2RenderingContext): Prepared {
    const {places, tones} = this.#many;
    const compile = (type: GLenum, code: string): WebGLShader => {
      const shader = gl.createShader(type);
      if (!shader) throw new Error('no shader');
      gl.shaderSource(shader, code);
      gl.compileShader(shader);
      return shader;
    };
    const program = gl.createProgram();
    gl.attachShader(program, compile(gl.VERTEX_SHADER, vertexCode));
    gl.attachShader(program, compile(gl.FRAGMENT_SHADER, fragmentCode));
    gl.linkProgram(program);
    const positions = new Float32Array(places.length * 2);
    for (const [index, {position}] of places.entries()) {
      const {x, y} = MercatorCoordinate.fromLngLat([position[0], position[1]]);
      positions[index * 2] = x - this.#origin.x;
      positions[index * 2 + 1] = y - this.#origin.y;
    }
    const array = gl.createVertexArray();
    gl.bindVertexArray(array);
    const fill = (name: string, data: Float32Array | Uint8Array, size: number): void => {
      const location = gl.getAttribLocation(program, name);
      gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
      gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
      gl.enableVertexAttribArray(location);
      gl.vertexAttribPointer(location, size, data instanceof Float32Array ? gl.FLOAT : gl.UNSIGNED_BYTE, false, 0, 0);
    };
    fill('at', positions, 2);
    fill('tone', tones, 1);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    gl.bindVertexArray(null);
    const uniform = (name: string): WebGLUniformLocation | null => gl.getUniformLocation(program, name);
    return {
      gl,
      program,
      array,
      uniforms: {matrix: uniform('matrix'), size: uniform('size'), colours: uniform('colours'), edge: uniform('edge')},
    };
  }
}
