-- A resource server asks about living tokens of many people.
dofile(os.getenv("BENCH_LUA") .. "/common.lua")

local client = os.getenv("BENCH_CLIENT")
local next_one

function init()
  local asks = {}
  for i, token in ipairs(bench.lines("access")) do
    asks[i] = bench.post("/introspect", "token=" .. token, client)
  end
  next_one = bench.cycle(asks)
end

function request() return next_one() end

function response(status, headers, body)
  if status == 200 and body:find('"active":true', 1, true) then bench.ok() else bench.wrong(status, body) end
end
